using EFCore.Dynamo.Engine.Effects.Indexes;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>Adds the next items of the table to an index that is being built, and remembers how far it came, in one transaction.</summary>
/// <remarks>
///     Users' writes keep such an index up to date as well, wherever the step stands; so an entry that is there already is right, and counted. Whichever comes
///     first puts it: every entry is counted when it is put and only then, which keeps the counts exact.
/// </remarks>
internal sealed class IndexBuildStep(TableSchema table, IndexSchema index, int maxItems = IndexBuildStep.MaxItems) : IWriteOperation<IndexBuildOutcome>
{
    /// <summary>Some milliseconds of work: users' writes wait no longer than that for a step.</summary>
    public const int MaxItems = 250;

    private const long MaxBytes = 1 << 20;

    public IndexBuildOutcome Execute(WriteTransaction transaction)
    {
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        if (!TableStatistics.TryRead(transaction, table.Id, buffer, out var statistics) || !statistics.IsOf(table))
        {
            return IndexBuildOutcome.Stale;
        }

        // Spans over the store end with the first write, so what is to be written is copied before.
        var entries = new List<Item>();
        var last = ReadNext(transaction, entries);
        var isChanged = false;
        foreach (var entry in entries)
        {
            if (index.Entries.TryGet(transaction, entry.Span, out _))
            {
                continue;
            }

            index.Entries.Put(transaction, entry.Span);
            statistics.Add(index.Ordinal, itemCount: 1, entry.SizeBytes);
            isChanged = true;
        }

        if (isChanged)
        {
            statistics.Write(transaction, table.Id);
        }

        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        if (last is { } position)
        {
            transaction.Put(CatalogKeys.WriteIndexBuild(key, index.Id), position.Span.PackedBytes);
            return IndexBuildOutcome.More;
        }

        transaction.Delete(CatalogKeys.WriteIndexBuild(key, index.Id));
        return IndexBuildOutcome.Complete;
    }

    /// <summary>The key of the last item that was read; null where there is none behind it.</summary>
    private Item? ReadNext(WriteTransaction transaction, List<Item> entries)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        var hasPosition = transaction.TryGet(CatalogKeys.WriteIndexBuild(key, index.Id), out var position);
        var cursor = table.Items.OpenScan(transaction);
        try
        {
            if (hasPosition)
            {
                cursor.SeekAfter(ItemSpan.FromPackedUnchecked(position));
            }

            long sizeBytes = 0;
            for (var count = 0; cursor.MoveNext(); count++)
            {
                var item = cursor.Current;
                sizeBytes += item.SizeBytes;
                if (IndexProjection.Project(index, item) is { } entry)
                {
                    entries.Add(entry);
                }

                if (count == maxItems || sizeBytes > MaxBytes)
                {
                    return table.GetKey(item);
                }
            }

            return null;
        }
        finally
        {
            cursor.Dispose();
        }
    }
}
