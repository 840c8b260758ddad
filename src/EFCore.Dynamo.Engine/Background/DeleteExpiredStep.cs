using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>
///     Deletes some of a table's expired items, as the service: each like a DeleteItem, with its index entries, and only if it has expired at this moment.
/// </summary>
internal sealed class DeleteExpiredStep(TableSchema table, ExpiryIndex index, SortKeyRange expired, int maxItems) : IWriteOperation<ExpiryStepResult>
{
    /// <summary>Some milliseconds of work: users' writes wait no longer than that for a step.</summary>
    public const int MaxItems = 100;

    public ExpiryStepResult Execute(WriteTransaction transaction)
    {
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        if (!TableStatistics.TryRead(transaction, table.Id, buffer, out var statistics) || statistics.Version != table.Version)
        {
            return ExpiryStepResult.Stale;
        }

        var entries = ReadEntries(transaction);
        var isChanged = false;
        foreach (var entry in entries)
        {
            isChanged |= DeleteItem(transaction, entry, statistics);
        }

        if (isChanged)
        {
            statistics.Write(transaction, table.Id);
        }

        return entries.Count == maxItems ? ExpiryStepResult.More : ExpiryStepResult.Done;
    }

    private List<Item> ReadEntries(WriteTransaction transaction)
    {
        var entries = new List<Item>();
        using var cursor = index.OpenExpired(transaction, expired);
        while (entries.Count < maxItems && cursor.MoveNext())
        {
            entries.Add(cursor.Current.ToItem());
        }

        return entries;
    }

    private bool DeleteItem(WriteTransaction transaction, Item entry, TableStatistics statistics)
    {
        // The entry is as exact as a condition on the expiry: without its item, or with another expiry there, it is only removed.
        if (!table.Items.TryGet(transaction, entry.Span, out var item) || index.TryProject(item) != entry)
        {
            index.Entries.Delete(transaction, entry.Span);
            return false;
        }

        var write = new DeleteWrite(table, table.GetKey(entry.Span), condition: null, default) { IsServiceWrite = true };
        return write.Decide(transaction) is null && write.Apply(transaction, statistics);
    }
}
