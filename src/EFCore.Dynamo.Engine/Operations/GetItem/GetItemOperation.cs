using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.GetItem;

/// <summary>GetItem: the hottest path. It allocates the response and the item's bytes, nothing else.</summary>
internal readonly struct GetItemOperation : IReadOperation<GetItemRequest, GetItemResponse>
{
    public static OperationResult<GetItemResponse> Execute(EngineContext context, GetItemRequest request)
    {
        if (GetItemValidator.Validate(request, context.Dialects.GetItem) is { } error)
        {
            return error;
        }

        var projection = ReadExpressions.BindProjection(request.ProjectionExpression, request.ExpressionAttributeNames, request.AttributesToGet);
        if (context.FindTable(request.TableName!) is not { } table) // not null since Validate
        {
            return context.TableNotFound(request.TableName!, "GetItem");
        }

        var key = request.Key.GetValueOrDefault().Span;
        if (KeyValidator.ValidateKey(table, key) is { } keyError)
        {
            return keyError;
        }

        KeyPathRules.Validate(table, projection);

        Item? item = null;
        var sizeBytes = 0;
        using (var transaction = context.Store.BeginRead())
        {
            if (StaleReads.TryGet(context.Consistency.RecentImages, table, transaction, key, request.ConsistentRead, out var stored))
            {
                item = projection is null ? stored.ToItem() : projection.Apply(stored);
                if (request.ReturnConsumedCapacity != ReturnConsumedCapacity.None)
                {
                    sizeBytes = stored.SizeBytes;
                }
            }
        }

        if (request.ReturnConsumedCapacity == ReturnConsumedCapacity.None)
        {
            return new GetItemResponse { Item = item };
        }

        var meter = new CapacityMeter(table, CapacityKind.Plain, request.TableName);
        meter.AddTable(CapacityUnits.Read(sizeBytes, request.ConsistentRead ? ReadMode.Strong : ReadMode.Eventual));
        return new GetItemResponse { Item = item, ConsumedCapacity = meter.ToConsumedCapacity(request.ReturnConsumedCapacity) };
    }
}
