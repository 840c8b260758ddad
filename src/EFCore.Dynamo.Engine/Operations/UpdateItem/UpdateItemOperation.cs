using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.UpdateItem;

/// <summary>UpdateItem, bound to its table.</summary>
internal sealed class UpdateItemOperation(UpdateItemRequest request, UpdateWrite write)
    : IBoundWrite<UpdateItemOperation, UpdateItemRequest, UpdateItemResponse>
{
    public static ServiceError? TryBind(EngineContext context, UpdateItemRequest request, out UpdateItemOperation? operation)
    {
        operation = null;
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

        var key = request.Key.GetValueOrDefault();
        if (UpdateWrite.Validate(table, key, expressions.Update) is { } keyError)
        {
            return keyError;
        }

        KeyPathRules.Validate(table, expressions.Condition);

        var returnsItem = request.ReturnValuesOnConditionCheckFailure == ReturnValuesOnConditionCheckFailure.AllOld;
        var write = new UpdateWrite(table, key, expressions.Update, expressions.Condition, returnsItem)
        {
            KeepsOldItem = request.ReturnValues is ReturnValues.AllOld or ReturnValues.UpdatedOld,
            IsLegacy = request.AttributeUpdates is not null,
            ChargesClauses = dialect.ChargesUpdateClauses,
        };
        operation = new UpdateItemOperation(request, write);
        return null;
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
