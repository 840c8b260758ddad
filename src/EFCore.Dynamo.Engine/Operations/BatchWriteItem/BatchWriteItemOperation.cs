using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.BatchWriteItem;

/// <summary>BatchWriteItem, bound to its tables. The service promises no atomicity over a batch; here it is one group all the same.</summary>
internal sealed class BatchWriteItemOperation(BatchWriteItemRequest request, WriteGroup group)
    : IBoundWrite<BatchWriteItemOperation, BatchWriteItemRequest, BatchWriteItemResponse>
{
    public static ServiceError? TryBind(EngineContext context, BatchWriteItemRequest request, out BatchWriteItemOperation? operation)
    {
        operation = null;
        if (BatchWriteItemValidator.Validate(request, context.Dialects.BatchWriteItem) is { } error)
        {
            return error;
        }

        var writes = new List<ItemWrite>();
        Dictionary<TableSchema, string>? requestedNames = null;
        foreach (var (tableName, requests) in request.RequestItems!) // required by BatchWriteItemValidator
        {
            if (context.FindTable(tableName) is not { } table)
            {
                return context.TableNotFound(tableName, "BatchWriteItem");
            }

            if (AddWrites(table, requests, writes) is { } writeError)
            {
                return writeError;
            }

            if (!string.Equals(tableName, table.Name, StringComparison.Ordinal))
            {
                (requestedNames ??= []).TryAdd(table, tableName);
            }
        }

        operation = new BatchWriteItemOperation(request, new WriteGroup(writes, requestedNames));
        return null;
    }

    public OperationResult<BatchWriteItemResponse> Execute(WriteTransaction transaction)
    {
        if (group.Begin(transaction, out var isStale) is { } error)
        {
            return error;
        }

        if (isStale)
        {
            return OperationResult<BatchWriteItemResponse>.Stale;
        }

        foreach (var write in group.Writes)
        {
            if (write.Decide(transaction) is { } writeError)
            {
                return writeError;
            }
        }

        group.Apply(transaction);
        return new BatchWriteItemResponse
        {
            ConsumedCapacity = group.GetWriteCapacity(request.ReturnConsumedCapacity, isTransactional: false),
            ItemCollectionMetrics = group.GetMetrics(transaction, request.ReturnItemCollectionMetrics),
        };
    }

    private static ServiceError? AddWrites(TableSchema table, IReadOnlyList<WriteRequest> requests, List<ItemWrite> writes)
    {
        var keys = new HashSet<Item>(requests.Count);
        foreach (var write in writes)
        {
            // The same table may be there by its name and by its Amazon resource name.
            if (ReferenceEquals(write.Table, table))
            {
                keys.Add(table.GetKey(write.Key.Span));
            }
        }

        foreach (var request in requests)
        {
            if (request.PutItem is { } item)
            {
                if (PutWrite.Validate(table, item, isBatch: true) is { } error)
                {
                    return error;
                }

                if (!keys.Add(table.GetKey(item.Span)))
                {
                    return ServiceError.Validation(BatchTexts.Duplicates);
                }

                writes.Add(new PutWrite(table, item, condition: null, returnsItemOnFailure: false));
            }
            else
            {
                var key = request.DeleteKey.GetValueOrDefault();
                if (KeyValidator.ValidateKey(table, key.Span) is { } error)
                {
                    return error;
                }

                if (!keys.Add(key))
                {
                    return ServiceError.Validation(BatchTexts.Duplicates);
                }

                writes.Add(new DeleteWrite(table, key, condition: null, returnsItemOnFailure: false));
            }
        }

        return null;
    }
}
