using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.BatchGetItem;

/// <summary>BatchGetItem: reads by key until the response has 16 MB; the rest is handed back as unprocessed.</summary>
internal sealed class BatchGetItemOperation(EngineContext context, BatchGetItemRequest request) : IReadOperation<BatchGetItemRequest, BatchGetItemResponse>
{
    private const long MaxResponseBytes = 16L << 20;

    private readonly Dictionary<string, IReadOnlyList<Item>> _responses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeysAndAttributes> _unprocessed = new(StringComparer.Ordinal);
    private readonly List<ConsumedCapacity> _capacities = [];

    private long _sizeBytes;

    public static OperationResult<BatchGetItemResponse> Execute(EngineContext context, BatchGetItemRequest request)
    {
        if (BatchGetItemValidator.Validate(request, context.Dialects.BatchGetItem) is { } error)
        {
            return error;
        }

        return new BatchGetItemOperation(context, request).Execute();
    }

    private OperationResult<BatchGetItemResponse> Execute()
    {
        // All expressions come before the first table.
        var projections = request.RequestItems!.Values.Select(static keys => ReadExpressions.BindProjection( // required by BatchGetItemValidator
            keys.ProjectionExpression, keys.ExpressionAttributeNames, keys.AttributesToGet)).ToList();
        var tables = new List<(string Name, TableSchema Table, BoundProjection? Projection)>(projections.Count);
        foreach (var (tableName, keysAndAttributes) in request.RequestItems)
        {
            var projection = projections[tables.Count];
            if (context.FindTable(tableName) is not { } table)
            {
                return context.TableNotFound(tableName, "BatchGetItem");
            }

            if (ValidateKeys(table, keysAndAttributes.Keys!) is { } keyError) // required by BatchGetItemValidator
            {
                return keyError;
            }

            KeyPathRules.Validate(table, projection);
            tables.Add((tableName, table, projection));
        }

        using (var transaction = context.Store.BeginRead())
        {
            foreach (var (name, table, projection) in tables)
            {
                Read(transaction, name, table, projection);
            }
        }

        return new BatchGetItemResponse
        {
            Responses = _responses,
            UnprocessedKeys = _unprocessed,
            ConsumedCapacity = request.ReturnConsumedCapacity == ReturnConsumedCapacity.None ? null : _capacities,
        };
    }

    private static ServiceError? ValidateKeys(TableSchema table, IReadOnlyList<Item> keys)
    {
        foreach (var key in keys)
        {
            if (KeyValidator.ValidateKey(table, key.Span) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private void Read(TransactionView transaction, string name, TableSchema table, BoundProjection? projection)
    {
        var keysAndAttributes = request.RequestItems![name]; // required by BatchGetItemValidator
        var keys = keysAndAttributes.Keys!; // required by BatchGetItemValidator
        var items = new List<Item>(keys.Count);
        var meter = new CapacityMeter(table, CapacityKind.Plain, name);
        var mode = keysAndAttributes.ConsistentRead ? ReadMode.Strong : ReadMode.Eventual;
        for (var i = 0; i < keys.Count; i++)
        {
            var exists = StaleReads.TryGet(context.Consistency.RecentImages, table, transaction, keys[i].Span, keysAndAttributes.ConsistentRead, out var item);
            var sizeBytes = exists ? item.SizeBytes : 0;
            if (_sizeBytes + sizeBytes > MaxResponseBytes)
            {
                // What follows might fit, but a reader that goes on with the unprocessed keys expects their order to mean nothing either way.
                _unprocessed.Add(name, keysAndAttributes with { Keys = [.. keys.Skip(i)] });
                _sizeBytes = MaxResponseBytes;
                break;
            }

            _sizeBytes += sizeBytes;
            meter.AddTable(CapacityUnits.Read(sizeBytes, mode));
            if (exists)
            {
                items.Add(projection is null ? item.ToItem() : projection.Apply(item));
            }
        }

        _responses.Add(name, items);
        if (meter.ToConsumedCapacity(request.ReturnConsumedCapacity) is { } capacity)
        {
            _capacities.Add(capacity);
        }
    }
}
