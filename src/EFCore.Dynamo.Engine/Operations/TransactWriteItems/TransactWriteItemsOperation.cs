using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>TransactWriteItems, bound to its tables: all parts decide, then all are written, or none.</summary>
internal sealed class TransactWriteItemsOperation(EngineContext context, TransactWriteItemsRequest request, WriteGroup group, byte[]? payloadHash)
    : IBoundWrite<TransactWriteItemsOperation, TransactWriteItemsRequest, TransactWriteItemsResponse>
{
    public static ServiceError? TryBind(EngineContext context, TransactWriteItemsRequest request, out TransactWriteItemsOperation? operation)
    {
        operation = null;
        if (TransactWriteItemsValidator.Validate(request) is { } error)
            return error;

        var parts = request.TransactItems!; // required by the validator
        var writes = new List<ItemWrite>(parts.Count);
        Dictionary<TableSchema, string>? requestedNames = null;
        var reasons = new CancellationReasons(parts.Count);
        var items = new HashSet<(string TableName, Item Key)>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            if (TransactionPartBinder.TryBind(context, parts[i], out var write, out var reason) is { } partError)
                return partError;
            if (reason is not null)
                reasons.Add(i, reason);
            if (write is null)
                continue;
            if (!items.Add((write.Table.Name, write.Table.GetKey(write.Key.Span))))
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
            writes.Add(write);
            AddRequestedName(GetTableName(parts[i]), write.Table, ref requestedNames);
        }

        if (reasons.ToError() is { } cancellation)
            return cancellation;
        operation = new TransactWriteItemsOperation(
            context, request, new WriteGroup(writes, requestedNames), request.ClientRequestToken is null ? null : PayloadHash.Compute(parts));
        return null;
    }

    public OperationResult<TransactWriteItemsResponse> Execute(WriteTransaction transaction)
    {
        if (group.Begin(transaction, out var isStale) is { } error)
            return error;
        if (isStale)
            return OperationResult<TransactWriteItemsResponse>.Stale;

        var now = context.TimeProvider.GetUtcNow();
        if (request.ClientRequestToken is { } token && RequestTokens.TryFind(transaction, token, now, out var used))
        {
            return used.PayloadHash.SequenceEqual(payloadHash)
                ? Replay(transaction, used.GetSizes(group.Writes.Count))
                : ServiceError.IdempotentParameterMismatch(TransactionTexts.TokenMismatch);
        }

        if (Decide(transaction) is { } decisionError)
            return decisionError;

        group.Apply(transaction);
        if (request.ClientRequestToken is not null)
            RequestTokens.Add(transaction, request.ClientRequestToken, now, new RequestTokenEntry(payloadHash, group.GetChargedSizes()));
        return new TransactWriteItemsResponse
        {
            ConsumedCapacity = group.GetWriteCapacity(request.ReturnConsumedCapacity, isTransactional: true),
            ItemCollectionMetrics = group.GetMetrics(transaction, request.ReturnItemCollectionMetrics),
        };
    }

    private static string GetTableName(TransactWriteItem part) =>
        (part.Put?.TableName ?? part.Update?.TableName ?? part.Delete?.TableName ?? part.ConditionCheck?.TableName)!; // exactly one is set, and named

    private static void AddRequestedName(string requestedName, TableSchema table, ref Dictionary<TableSchema, string>? requestedNames)
    {
        if (!string.Equals(requestedName, table.Name, StringComparison.Ordinal))
            (requestedNames ??= []).TryAdd(table, requestedName);
    }

    private ServiceError? Decide(WriteTransaction transaction)
    {
        var reasons = new CancellationReasons(group.Writes.Count);
        long sizeBytes = 0;
        for (var i = 0; i < group.Writes.Count; i++)
        {
            var write = group.Writes[i];
            if (write.Decide(transaction) is { } error)
            {
                if (error.Code == ServiceErrorCode.EmptyKeyValue)
                    return error;
                reasons.Add(i, error);
            }

            sizeBytes += write.GetNewSizeBytes();
        }

        return reasons.ToError() ?? (sizeBytes > TransactionTexts.MaxSizeBytes ? ServiceError.Validation(TransactionTexts.TooLarge) : null);
    }

    private TransactWriteItemsResponse Replay(WriteTransaction transaction, int[] chargedSizes) => new()
    {
        ConsumedCapacity = group.GetReplayCapacity(chargedSizes, request.ReturnConsumedCapacity),
        ItemCollectionMetrics = group.GetMetrics(transaction, request.ReturnItemCollectionMetrics),
    };
}
