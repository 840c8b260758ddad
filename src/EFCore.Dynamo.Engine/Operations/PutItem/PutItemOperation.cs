using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.PutItem;

/// <summary>PutItem, bound to its table.</summary>
internal sealed class PutItemOperation(PutItemRequest request, PutWrite write) : IBoundWrite<PutItemOperation, PutItemRequest, PutItemResponse>
{
    public static ServiceError? TryBind(EngineContext context, PutItemRequest request, out PutItemOperation? operation)
    {
        operation = null;
        var dialect = context.Dialects.PutItem;
        if (PutItemValidator.Validate(request, dialect) is { } error)
        {
            return error;
        }

        if (WriteExpressions.TryBind(request, dialect, out var expressions) is { } expressionError)
        {
            return expressionError;
        }

        if (context.FindTable(request.TableName!) is not { } table) // not null since Validate
        {
            return context.TableNotFound(request.TableName!, "PutItem");
        }

        var item = request.Item.GetValueOrDefault();
        if (PutWrite.Validate(table, item) is { } itemError)
        {
            return itemError;
        }

        KeyPathRules.Validate(table, expressions.Condition);

        var returnsItem = request.ReturnValuesOnConditionCheckFailure == ReturnValuesOnConditionCheckFailure.AllOld;
        operation = new PutItemOperation(
            request, new PutWrite(table, item, expressions.Condition, returnsItem) { KeepsOldItem = request.ReturnValues == ReturnValues.AllOld });
        return null;
    }

    public OperationResult<PutItemResponse> Execute(WriteTransaction transaction)
    {
        if (SingleWrite.Execute(write, transaction, out var isStale) is { } error)
        {
            return error;
        }

        if (isStale)
        {
            return OperationResult<PutItemResponse>.Stale;
        }

        return new PutItemResponse
        {
            Attributes = request.ReturnValues == ReturnValues.AllOld ? write.OldItem : null,
            ConsumedCapacity = SingleWrite.GetCapacity(write, request.TableName!, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = SingleWrite.GetMetrics(write, request.ReturnItemCollectionMetrics, transaction),
        };
    }
}
