using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tables;

/// <summary>DescribeEndpoints: in process there is no address, so the service's for the region; a server puts its own in its place.</summary>
internal readonly struct DescribeEndpointsOperation : IReadOperation<DescribeEndpointsRequest, DescribeEndpointsResponse>
{
    private const long CachePeriodInMinutes = 1440;

    public static OperationResult<DescribeEndpointsResponse> Execute(EngineContext context, DescribeEndpointsRequest request)
        => new DescribeEndpointsResponse { Endpoints = [new Endpoint($"dynamodb.{context.Names.Region}.amazonaws.com", CachePeriodInMinutes)] };
}
