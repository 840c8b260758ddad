using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.BatchWriteItem;

/// <summary>BatchWriteItem, bound to its tables. The service promises no atomicity over a batch; here it is one group all the same.</summary>
internal sealed class BatchWriteItemOperation(BatchWriteItemRequest request, WriteGroup group)
    : IBoundWrite<BatchWriteItemOperation, BatchWriteItemRequest, BatchWriteItemResponse>
{
    public static Bound<BatchWriteItemOperation> Bind(EngineContext context, BatchWriteItemRequest request)
    {
        var dialect = context.Dialects.BatchWriteItem;
        if (BatchWriteItemValidator.Validate(request, dialect) is { } error)
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

            if (AddWrites(table, requests, dialect, writes) is { } writeError)
            {
                return writeError;
            }

            WriteGroup.AddRequestedName(tableName, table, ref requestedNames);
        }

        return new BatchWriteItemOperation(request, new WriteGroup(writes, requestedNames));
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

    private static ServiceError? AddWrites(TableSchema table, IReadOnlyList<WriteRequest> requests, OperationDialect dialect, List<ItemWrite> writes)
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
            if (!TryBind(table, request, dialect, out var write, out var error))
            {
                return error;
            }

            if (!keys.Add(table.GetKey(write.Key.Span)))
            {
                return ServiceError.Validation(BatchTexts.Duplicates);
            }

            writes.Add(write);
        }

        return null;
    }

    private static bool TryBind(
        TableSchema table,
        WriteRequest request,
        OperationDialect dialect,
        [NotNullWhen(true)] out ItemWrite? write,
        [NotNullWhen(false)] out ServiceError? error)
        => request.PutItem is { } item
            ? PutWrite.TryBind(table, item, default, default, dialect, out write, out error)
            : DeleteWrite.TryBind(table, request.DeleteKey.GetValueOrDefault(), default, default, dialect, out write, out error);
}
