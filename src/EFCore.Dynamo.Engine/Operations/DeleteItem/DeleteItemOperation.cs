using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.DeleteItem;

/// <summary>DeleteItem, bound to its table.</summary>
internal sealed class DeleteItemOperation(DeleteItemRequest request, ItemWrite write) : IBoundWrite<DeleteItemOperation, DeleteItemRequest, DeleteItemResponse>
{
    public static Bound<DeleteItemOperation> Bind(EngineContext context, DeleteItemRequest request)
    {
        var dialect = context.Dialects.DeleteItem;
        if (DeleteItemValidator.Validate(request, dialect) is { } error)
        {
            return error;
        }

        if (WriteExpressions.TryBind(request, dialect, out var expressions) is { } expressionError)
        {
            return expressionError;
        }

        if (context.FindTable(request.TableName!) is not { } table) // not null since Validate
        {
            return context.TableNotFound(request.TableName!, "DeleteItem");
        }

        var images = KeptImages.Of(request.ReturnValues, request.ReturnValuesOnConditionCheckFailure);
        if (!DeleteWrite.TryBind(table, request.Key.GetValueOrDefault(), expressions, images, dialect, out var write, out var writeError))
        {
            return writeError;
        }

        return new DeleteItemOperation(request, write);
    }

    public OperationResult<DeleteItemResponse> Execute(WriteTransaction transaction)
    {
        if (SingleWrite.Execute(write, transaction, out var isStale) is { } error)
        {
            return error;
        }

        if (isStale)
        {
            return OperationResult<DeleteItemResponse>.Stale;
        }

        return new DeleteItemResponse
        {
            Attributes = request.ReturnValues == ReturnValues.AllOld ? write.OldItem : null,
            ConsumedCapacity = SingleWrite.GetCapacity(write, request.TableName!, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = SingleWrite.GetMetrics(write, request.ReturnItemCollectionMetrics, transaction),
        };
    }
}
