using System.Diagnostics;
using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Indexes;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Streams;
using EFCore.Dynamo.Engine.TimeToLive;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>What one request, or one part of a batch or transaction, does to one item: <see cref="Decide" />, then <see cref="Apply" />.</summary>
/// <remarks>
///     Decide reads and computes, writes nothing, and may run again. Everything that Apply needs is in memory of its own by then: the first write of a
///     transaction ends the life of every span read from it, and a transaction decides all its items before it writes the first.
/// </remarks>
internal abstract class ItemWrite(TableSchema table, BoundCondition? condition, bool returnsItemOnFailure)
{
    private readonly List<IndexChange>? _indexChanges = table.Indexes.Length == 0 ? null : [];

    private ExpiryChange? _expiryChange;

    private bool _changesNothing;

    public TableSchema Table { get; } = table;

    /// <summary>The primary key, alone or inside the whole item.</summary>
    public abstract Item Key { get; }

    /// <summary>Set where the response returns the old image; indexes and streams may need it as well.</summary>
    public bool KeepsOldItem { get; init; }

    /// <summary>Whether the service itself writes: an item has expired. Its stream record says so.</summary>
    public bool IsServiceWrite { get; init; }

    /// <summary>Whether there was an item before.</summary>
    public bool Existed { get; private set; }

    /// <summary>The item before, where it was kept.</summary>
    public Item? OldItem { get; private set; }

    /// <summary>The item after; null where there is none.</summary>
    public Item? NewItem { get; private set; }

    /// <summary>The larger of both images.</summary>
    public int ChargedSizeBytes => Math.Max(OldSizeBytes, NewSizeBytes);

    private int OldSizeBytes { get; set; }

    private int NewSizeBytes { get; set; }

    /// <summary>Evaluates the condition and computes the new item and all index changes.</summary>
    public ServiceError? Decide(TransactionView transaction)
    {
        _indexChanges?.Clear();
        OldItem = null;
        NewItem = null;
        Existed = Table.Items.TryGet(transaction, Key.Span, out var current);
        if (!Existed)
            current = Item.Empty.Span;
        if (condition is not null && !condition.Evaluate(current))
            return ServiceError.ConditionalCheckFailed(returnsItemOnFailure && Existed ? current.ToItem() : null);

        OldSizeBytes = Existed ? current.SizeBytes : 0;
        if (Existed && (KeepsOldItem || _indexChanges is not null || Table.Stream is { HasOldImages: true } || Table.Consistency is { RecentImages: not null }))
            OldItem = current.ToItem();
        var error = ComputeNewItem(current, out var newItem);
        if (error is not null)
            return error;

        NewItem = newItem;
        NewSizeBytes = newItem?.SizeBytes ?? 0;
        _changesNothing = newItem is null ? !Existed : Existed && newItem.Value.Span.PackedBytes.SequenceEqual(current.PackedBytes);
        if (Table.Expiry is { } expiry)
            _expiryChange = _changesNothing ? null : expiry.Compare(current, newItem is { } after ? after.Span : Item.Empty.Span);
        if (_indexChanges is null || _changesNothing)
            return null;

        IndexChange.AddAll(transaction, Table, OldItem, NewItem, _indexChanges);
        return Table.HasLocalIndexes ? LocalIndexRules.Validate(transaction, this, _indexChanges) : null;
    }

    /// <summary>Writes what was decided. <paramref name="statistics" /> are those of the table; the caller writes them once, at the end.</summary>
    /// <returns>False where nothing had to be written.</returns>
    public bool Apply(WriteTransaction transaction, TableStatistics statistics)
    {
        if (_changesNothing)
            return false;

        if (NewItem is { } newItem)
            Table.Items.Put(transaction, newItem.Span);
        else
            Table.Items.Delete(transaction, Key.Span);
        statistics.Add(-1, (NewItem is null ? 0 : 1) - (Existed ? 1 : 0), NewSizeBytes - OldSizeBytes);
        Table.Stream?.Append(transaction, Table, new StreamChange(Table.GetKey(Key.Span), OldItem, NewItem, Existed, IsServiceWrite));
        _expiryChange?.Apply(transaction);
        Table.Consistency?.RecentImages?.Add(Table, Table.GetKey(Key.Span), OldItem);
        if (_indexChanges is null)
            return true;

        var queue = Table.Consistency?.IndexQueue;
        foreach (var change in _indexChanges)
        {
            // An index that is being built is nobody's to read, and what it already holds must not be overtaken by older changes.
            if (queue is not null && change.Index is { IsGlobal: true, IsBuilding: false })
                queue.Add(transaction, Table, change);
            else
                change.Apply(transaction, statistics);
        }

        if (Table.HasLocalIndexes)
            ItemCollectionSizes.Add(transaction, Table, Key.Span, GetItemCollectionGrowth());
        return true;
    }

    /// <summary>How much the item collection grows: the item and its local index entries.</summary>
    public long GetItemCollectionGrowth()
    {
        long growth = NewSizeBytes - OldSizeBytes;
        foreach (var change in _indexChanges ?? [])
        {
            if (!change.Index.IsGlobal)
                growth += change.NewSizeBytes - change.OldSizeBytes;
        }

        return growth;
    }

    /// <summary>Adds the write's units: the table by the larger of both images, each index by what changed in it.</summary>
    public void AddCapacity(CapacityMeter meter, bool isTransactional)
    {
        meter.AddTable(CapacityUnits.Write(ChargedSizeBytes, isTransactional));
        foreach (var change in _indexChanges ?? [])
            meter.AddIndex(change.Index, change.GetUnits());
    }

    /// <summary>The item as it will be; null deletes it (or leaves it missing).</summary>
    /// <param name="current">The item as it is, in the store's memory; empty where there is none.</param>
    /// <param name="newItem">The new item, in memory of its own.</param>
    protected abstract ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem);

    /// <summary>The new size, for the rules of local indexes.</summary>
    internal int GetNewSizeBytes()
    {
        Debug.Assert(NewSizeBytes >= 0, "Sizes are computed before the rules run.");
        return NewSizeBytes;
    }
}
