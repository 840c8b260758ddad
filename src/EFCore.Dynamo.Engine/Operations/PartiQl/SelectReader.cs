using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Reads one page of a SELECT: the accesses from where the token says, until the limit or 1 MB.</summary>
internal static class SelectReader
{
    /// <param name="context">The store.</param>
    /// <param name="plan">What to read.</param>
    /// <param name="page">What to do with each item.</param>
    /// <param name="start">Where the page before ended, or null.</param>
    /// <param name="end">Where this page ended; null at the end of the statement.</param>
    public static ExecuteStatementResponse Read(EngineContext context, SelectPlan plan, PagePlan page, SelectPosition? start, out SelectPosition? end)
    {
        var reader = new PageReader(page);
        int stoppedAt;
        using (var transaction = context.Store.BeginRead())
            stoppedAt = plan.Accesses is null ? Scan(transaction, plan, ref reader, start) : ReadAccesses(transaction, plan, ref reader, start);

        var key = reader.LastEvaluatedKey;
        if (plan.Accesses is not null && stoppedAt == plan.Accesses.Count - 1 && plan.IsPoint(stoppedAt))
            key = null;
        end = key is { } last ? new SelectPosition(stoppedAt, last) : null;
        return new ExecuteStatementResponse
        {
            Items = reader.Items,
            LastEvaluatedKey = key,
            ConsumedCapacity = reader.GetConsumedCapacity(),
        };
    }

    private static int Scan(TransactionView transaction, SelectPlan plan, ref PageReader reader, SelectPosition? start)
    {
        var cursor = (plan.Index?.Entries ?? plan.Table.Items).OpenScan(transaction);
        Read(transaction, ref cursor, ref reader, start);
        return 0;
    }

    private static int ReadAccesses(TransactionView transaction, SelectPlan plan, ref PageReader reader, SelectPosition? start)
    {
        var space = plan.Index?.Entries ?? plan.Table.Items;
        var accesses = plan.Accesses!; // the caller has seen to that
        for (var i = start?.Access ?? 0; i < accesses.Count; i++)
        {
            var range = SortKeyConditions.ToRange(space, accesses[i].SortKey);
            var cursor = space.OpenQuery(transaction, QueryOperation.GetPartitionKey(accesses[i]), range, plan.IsForward);
            Read(transaction, ref cursor, ref reader, i == start?.Access ? start : null);
            reader.CloseRange();
            if (reader.LastEvaluatedKey is not null)
                return i;
        }

        return accesses.Count;
    }

    private static void Read(TransactionView transaction, ref ItemCursor cursor, ref PageReader reader, SelectPosition? start)
    {
        try
        {
            if (start is not null)
                cursor.SeekAfter(start.LastKey.Span);
            reader.Read(transaction, ref cursor);
        }
        finally
        {
            cursor.Dispose();
        }
    }
}
