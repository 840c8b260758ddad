using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>DescribeTable, with exact counts.</summary>
internal readonly struct DescribeTableOperation : IReadOperation<DescribeTableRequest, DescribeTableResponse>
{
    public static OperationResult<DescribeTableResponse> Execute(EngineContext context, DescribeTableRequest request)
    {
        if (DescribeTableValidator.Validate(request.TableName) is { } error)
            return error;
        if (context.FindTable(request.TableName!) is not { } table) // not null since Validate
            return ServiceError.ResourceNotFound(ResourceTexts.TableNotFound(request.TableName!));

        using var transaction = context.Store.BeginRead();
        return new DescribeTableResponse(TableDescriber.Describe(table, transaction, context.Names, TableStatus.Active));
    }
}
