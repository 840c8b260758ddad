using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Operations.Query;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>Reads one page of a SELECT: the accesses from where the token says, until the limit, 1 MB, or <see cref="MaxAccesses" />.</summary>
internal static class SelectReader
{
    /// <summary>
    ///     A page has the results of ten values of an <c>IN</c>, as documented at
    ///     <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-operators.html">Operators</see>.
    /// </summary>
    private const int MaxAccesses = 10;

    /// <param name="context">The store.</param>
    /// <param name="plan">What to read.</param>
    /// <param name="page">What to do with each item.</param>
    /// <param name="start">Where the page before ended, or null.</param>
    /// <param name="end">Where this page ended; null at the end of the statement.</param>
    public static ExecuteStatementResponse Read(EngineContext context, SelectPlan plan, PagePlan page, SelectPosition? start, out SelectPosition? end)
    {
        var reader = new PageReader(page, context.Consistency.RecentImages);
        using (var transaction = context.Store.BeginRead())
        {
            end = plan.Accesses is null ? Scan(transaction, plan, ref reader, start) : ReadAccesses(transaction, plan, ref reader, start);
        }

        return new ExecuteStatementResponse
        {
            Items = reader.Items,
            LastEvaluatedKey = end?.LastKey,
            ConsumedCapacity = reader.GetConsumedCapacity(),
        };
    }

    private static SelectPosition? Scan(TransactionView transaction, SelectPlan plan, ref PageReader reader, SelectPosition? start)
    {
        var cursor = (plan.Index?.Entries ?? plan.Table.Items).OpenScan(transaction);
        Read(transaction, ref cursor, ref reader, start?.LastKey);
        return reader.LastEvaluatedKey is { } key ? new SelectPosition(0, key) : null;
    }

    private static SelectPosition? ReadAccesses(TransactionView transaction, SelectPlan plan, ref PageReader reader, SelectPosition? start)
    {
        var space = plan.Index?.Entries ?? plan.Table.Items;
        var accesses = plan.Accesses!; // the caller has seen to that
        var first = start?.Access ?? 0;
        var end = Math.Min(accesses.Count, first + MaxAccesses);
        for (var i = first; i < end; i++)
        {
            var range = SortKeyConditions.ToRange(space, accesses[i].SortKey);
            var cursor = space.OpenQuery(transaction, QueryOperation.GetPartitionKey(accesses[i]), range, plan.IsForward);
            Read(transaction, ref cursor, ref reader, i == first ? start?.LastKey : null);
            reader.CloseRange();
            if (reader.LastEvaluatedKey is { } key)
            {
                return i == accesses.Count - 1 && plan.IsPoint(i) ? null : new SelectPosition(i, key);
            }
        }

        return end < accesses.Count ? new SelectPosition(end, null) : null;
    }

    private static void Read(TransactionView transaction, ref ItemCursor cursor, ref PageReader reader, Item? lastKey)
    {
        try
        {
            if (lastKey is { } key)
            {
                cursor.SeekAfter(key.Span);
            }

            reader.Read(transaction, ref cursor);
        }
        finally
        {
            cursor.Dispose();
        }
    }
}
