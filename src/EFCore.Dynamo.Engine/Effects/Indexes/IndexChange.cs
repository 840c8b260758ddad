using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Indexes;

/// <summary>What one write changes in one index: an entry added, removed, replaced, or moved to another key.</summary>
internal readonly struct IndexChange
{
    private readonly Item? _oldEntry;
    private readonly Item? _newEntry;
    private readonly bool _keepsKey;

    private IndexChange(IndexSchema index, Item? oldEntry, Item? newEntry)
    {
        Index = index;
        _oldEntry = oldEntry;
        _newEntry = newEntry;
        _keepsKey = oldEntry is { } old && newEntry is { } added && index.Entries.HasSameKey(old.Span, added.Span);
        OldSizeBytes = oldEntry?.SizeBytes ?? 0;
        NewSizeBytes = newEntry?.SizeBytes ?? 0;
    }

    public IndexSchema Index { get; }

    public Item? OldEntry => _oldEntry;

    public Item? NewEntry => _newEntry;

    public int OldSizeBytes { get; }

    public int NewSizeBytes { get; }

    /// <summary>A change that was decided before.</summary>
    public static IndexChange Create(IndexSchema index, Item? oldEntry, Item? newEntry) => new(index, oldEntry, newEntry);

    /// <summary>Compares the projected views of both images: an index whose view stays the same is not written, and costs nothing.</summary>
    public static void AddAll(TransactionView transaction, TableSchema table, Item? oldItem, Item? newItem, List<IndexChange> changes)
    {
        foreach (var index in table.Indexes)
        {
            var oldEntry = IndexProjection.Project(index, oldItem);

            // An index that is being built may not have come to the item yet.
            if (index.IsBuilding && oldEntry is { } expected && !index.Entries.TryGet(transaction, expected.Span, out _))
            {
                oldEntry = null;
            }

            var newEntry = IndexProjection.Project(index, newItem);
            if (oldEntry is null && newEntry is null)
            {
                continue;
            }

            if (oldEntry is { } old && newEntry is { } added && old.Span.PackedBytes.SequenceEqual(added.Span.PackedBytes))
            {
                continue;
            }

            changes.Add(new IndexChange(index, oldEntry, newEntry));
        }
    }

    public void Apply(WriteTransaction transaction, TableStatistics statistics)
    {
        if (_oldEntry is { } oldEntry && !_keepsKey)
        {
            Index.Entries.Delete(transaction, oldEntry.Span);
        }

        if (_newEntry is { } newEntry)
        {
            Index.Entries.Put(transaction, newEntry.Span);
        }

        statistics.Add(Index.Ordinal, (_newEntry is null ? 0 : 1) - (_oldEntry is null ? 0 : 1), NewSizeBytes - OldSizeBytes);
    }

    /// <summary>A moved entry is a delete and a put; a replaced one costs the larger of both. Transactions do not double an index's share.</summary>
    public double GetUnits()
    {
        if (_oldEntry is null || _newEntry is null)
        {
            return CapacityUnits.Write(OldSizeBytes + NewSizeBytes, isTransactional: false);
        }

        return _keepsKey
            ? CapacityUnits.Write(Math.Max(OldSizeBytes, NewSizeBytes), isTransactional: false)
            : CapacityUnits.Write(OldSizeBytes, isTransactional: false) + CapacityUnits.Write(NewSizeBytes, isTransactional: false);
    }
}
