using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.UpdateItem;

/// <summary>UpdateItem, bound to its table.</summary>
internal sealed class UpdateItemOperation(UpdateItemRequest request, ItemWrite write)
    : IBoundWrite<UpdateItemOperation, UpdateItemRequest, UpdateItemResponse>
{
    public static Bound<UpdateItemOperation> Bind(EngineContext context, UpdateItemRequest request)
    {
        var dialect = context.Dialects.UpdateItem;
        if (UpdateItemValidator.Validate(request, dialect) is { } error)
        {
            return error;
        }

        if (WriteExpressions.TryBind(request, dialect, out var expressions) is { } expressionError)
        {
            return expressionError;
        }

        if (context.FindTable(request.TableName!) is not { } table) // not null since Validate
        {
            return context.TableNotFound(request.TableName!, "UpdateItem");
        }

        var images = KeptImages.Of(request.ReturnValues, request.ReturnValuesOnConditionCheckFailure);
        if (!UpdateWrite.TryBind(table, request.Key.GetValueOrDefault(), expressions, images, dialect, out var write, out var writeError))
        {
            return writeError;
        }

        return new UpdateItemOperation(request, write);
    }

    public OperationResult<UpdateItemResponse> Execute(WriteTransaction transaction)
    {
        if (SingleWrite.Execute(write, transaction, out var isStale) is { } error)
        {
            return error;
        }

        if (isStale)
        {
            return OperationResult<UpdateItemResponse>.Stale;
        }

        return new UpdateItemResponse
        {
            Attributes = GetAttributes(),
            ConsumedCapacity = SingleWrite.GetCapacity(write, request.TableName!, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = SingleWrite.GetMetrics(write, request.ReturnItemCollectionMetrics, transaction),
        };
    }

    private Item? GetAttributes() => request.ReturnValues switch
    {
        ReturnValues.AllOld => write.OldItem,
        ReturnValues.AllNew => write.NewItem,
        ReturnValues.UpdatedOld => write.GetUpdatedOld(),
        ReturnValues.UpdatedNew => write.GetUpdatedNew(),
        _ => null,
    };
}
