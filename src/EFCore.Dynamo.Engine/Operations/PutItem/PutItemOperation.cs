using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.PutItem;

/// <summary>PutItem, bound to its table.</summary>
internal sealed class PutItemOperation(PutItemRequest request, ItemWrite write) : IBoundWrite<PutItemOperation, PutItemRequest, PutItemResponse>
{
    public static Bound<PutItemOperation> Bind(EngineContext context, PutItemRequest request)
    {
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

        var images = KeptImages.Of(request.ReturnValues, request.ReturnValuesOnConditionCheckFailure);
        if (!PutWrite.TryBind(table, request.Item.GetValueOrDefault(), expressions, images, dialect, out var write, out var writeError))
        {
            return writeError;
        }

        return new PutItemOperation(request, write);
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
