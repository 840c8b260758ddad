using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tables;

/// <summary>DescribeLimits: the quotas that a new account has.</summary>
internal readonly struct DescribeLimitsOperation : IReadOperation<DescribeLimitsRequest, DescribeLimitsResponse>
{
    private static readonly DescribeLimitsResponse Limits = new()
    {
        AccountMaxReadCapacityUnits = 80_000,
        AccountMaxWriteCapacityUnits = 80_000,
        TableMaxReadCapacityUnits = 40_000,
        TableMaxWriteCapacityUnits = 40_000,
    };

    public static OperationResult<DescribeLimitsResponse> Execute(EngineContext context, DescribeLimitsRequest request) => Limits;
}
