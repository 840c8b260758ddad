using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tables;

/// <summary>DescribeTable, with exact counts.</summary>
internal readonly struct DescribeTableOperation : IReadOperation<DescribeTableRequest, DescribeTableResponse>
{
    public static OperationResult<DescribeTableResponse> Execute(EngineContext context, DescribeTableRequest request)
    {
        if (DescribeTableValidator.Validate(request.TableName) is { } error)
        {
            return error;
        }

        if (context.FindDefinition(request.TableName!) is not { } table) // not null since Validate
        {
            return context.DefinitionNotFound(request.TableName!, "DescribeTable");
        }

        using var transaction = context.Store.BeginRead();
        return new DescribeTableResponse(TableDescriber.Describe(context, table, transaction));
    }
}
