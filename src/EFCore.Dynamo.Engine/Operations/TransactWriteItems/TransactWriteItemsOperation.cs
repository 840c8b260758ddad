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
        var expressions = new WriteExpressions[parts.Count];
        for (var i = 0; i < parts.Count; i++)
            expressions[i] = TransactionPartBinder.BindExpressions(parts[i]);
        for (var i = 0; i < parts.Count; i++)
        {
            if (TransactionPartBinder.TryBind(context, parts[i], expressions[i], out var write, out var reason) is { } partError)
                return partError;
            if (reason is not null)
                reasons.Add(i, reason);
            if (write is null)
                continue;
            if (!items.Add((write.Table.Name, write.Table.GetKey(write.Key.Span))))
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
            writes.Add(write);
            WriteGroup.AddRequestedName(GetTableName(parts[i]), write.Table, ref requestedNames);
        }

        if (reasons.ToError() is { } cancellation)
            return cancellation;
        operation = new TransactWriteItemsOperation(
            context, request, new WriteGroup(writes, requestedNames), request.ClientRequestToken is null ? null : PayloadHash.Compute(parts));
        return null;
    }

    public OperationResult<TransactWriteItemsResponse> Execute(WriteTransaction transaction)
    {
        var run = new TransactionRun(context, group, request.ClientRequestToken, payloadHash);
        if (run.Execute(transaction, explain: null, out var isStale, out var replayedSizes) is { } error)
            return error;
        if (isStale)
            return OperationResult<TransactWriteItemsResponse>.Stale;
        return new TransactWriteItemsResponse
        {
            ConsumedCapacity = run.GetCapacity(replayedSizes, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = group.GetMetrics(transaction, request.ReturnItemCollectionMetrics),
        };
    }

    private static string GetTableName(TransactWriteItem part) =>
        (part.Put?.TableName ?? part.Update?.TableName ?? part.Delete?.TableName ?? part.ConditionCheck?.TableName)!; // exactly one is set, and named
}
