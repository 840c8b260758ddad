using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>What one request, or one part of a batch or transaction, does to one item: <see cref="Decide" />, then <see cref="Apply" />.</summary>
/// <remarks>
///     Decide reads and computes, writes nothing, and may run again. Everything that Apply needs is in memory of its own by then: the first write of a
///     transaction ends the life of every span read from it, and a transaction decides all its items before it writes the first.
/// </remarks>
internal abstract class ItemWrite(TableSchema table, BoundCondition? condition, KeptImages images)
{
    private readonly ItemConsequence?[] _consequences = table.Effects.Length == 0 ? [] : new ItemConsequence?[table.Effects.Length];

    private bool _changesNothing;

    public TableSchema Table { get; } = table;

    /// <summary>The primary key, alone or inside the whole item.</summary>
    public abstract Item Key { get; }

    /// <summary>Whether the service itself writes: an item has expired. Its stream record says so.</summary>
    public bool IsServiceWrite { get; init; }

    /// <summary>Whether there was an item before.</summary>
    public bool Existed { get; private set; }

    /// <summary>The item before, where the response returns it or an effect needs it.</summary>
    public Item? OldItem { get; private set; }

    /// <summary>The item after; null where there is none.</summary>
    public Item? NewItem { get; private set; }

    /// <summary>The larger of both images.</summary>
    public int ChargedSizeBytes => Math.Max(OldSizeBytes, NewSizeBytes);

    private int OldSizeBytes { get; set; }

    /// <summary>Of the item after, 0 where there is none.</summary>
    public int NewSizeBytes { get; private set; }

    /// <summary>What an update touched, as it was; null where that is nothing, and for other writes.</summary>
    public virtual Item? GetUpdatedOld() => null;

    /// <summary>What an update touched, as it is now; null where that is nothing, and for other writes.</summary>
    public virtual Item? GetUpdatedNew() => null;

    /// <summary>Evaluates the condition and computes the new item and all that follows from it.</summary>
    public ServiceError? Decide(TransactionView transaction)
    {
        Array.Clear(_consequences);
        OldItem = null;
        NewItem = null;
        Existed = Table.Items.TryGet(transaction, Key.Span, out var current);
        if (!Existed)
        {
            current = Item.Empty.Span;
        }

        if (ValidateBeforeCondition(current) is { } early)
        {
            return early;
        }

        if (condition is not null && !condition.Evaluate(current))
        {
            return ServiceError.ConditionalCheckFailed(images.ReturnsItemOnFailure && Existed ? current.ToItem() : null);
        }

        OldSizeBytes = Existed ? current.SizeBytes : 0;
        if (Existed && (images.KeepsOldItem || Table.NeedsOldItem))
        {
            OldItem = current.ToItem();
        }

        var error = ComputeNewItem(current, out var newItem);
        if (error is not null)
        {
            return error;
        }

        NewItem = newItem;
        NewSizeBytes = newItem?.SizeBytes ?? 0;
        _changesNothing = newItem is null ? !Existed : Existed && newItem.Value.Span.PackedBytes.SequenceEqual(current.PackedBytes);
        return _changesNothing || _consequences.Length == 0 ? null : DecideEffects(transaction, current);
    }

    /// <summary>Writes what was decided. <paramref name="statistics" /> are those of the table; the caller writes them once, at the end.</summary>
    /// <returns>False where nothing had to be written.</returns>
    public bool Apply(WriteTransaction transaction, TableStatistics statistics)
    {
        if (_changesNothing)
        {
            return false;
        }

        if (NewItem is { } newItem)
        {
            Table.Items.Put(transaction, newItem.Span);
        }
        else
        {
            Table.Items.Delete(transaction, Key.Span);
        }

        statistics.Add(-1, (NewItem is null ? 0 : 1) - (Existed ? 1 : 0), NewSizeBytes - OldSizeBytes);
        foreach (var consequence in _consequences)
        {
            consequence?.Apply(transaction, statistics);
        }

        return true;
    }

    /// <summary>Adds the write's units: the table by the larger of both images, and what its effects cost.</summary>
    public void AddCapacity(CapacityMeter meter, bool isTransactional)
    {
        meter.AddTable(CapacityUnits.Write(ChargedSizeBytes, isTransactional));
        foreach (var consequence in _consequences)
        {
            consequence?.AddCapacity(meter);
        }
    }

    /// <summary>Checks the condition of a write against the table, in the operation's place before or after what is wrong with the item.</summary>
    /// <param name="table">The table.</param>
    /// <param name="condition">The condition, or null.</param>
    /// <param name="itemError">What is wrong with the item or key, or null.</param>
    /// <param name="dialect">The operation's.</param>
    /// <returns><paramref name="itemError" />.</returns>
    /// <exception cref="DynamoValidationException">A path of the condition leads into a key attribute.</exception>
    protected static ServiceError? CheckCondition(TableSchema table, BoundCondition? condition, ServiceError? itemError, OperationDialect dialect)
    {
        if (itemError is null || dialect.ChecksKeyPathsFirst)
        {
            KeyPathRules.Validate(table, condition);
        }

        return itemError;
    }

    /// <summary>What the service checks before it looks at the condition.</summary>
    /// <param name="current">As for <see cref="ComputeNewItem" />.</param>
    protected virtual ServiceError? ValidateBeforeCondition(ItemSpan current) => null;

    /// <summary>The item as it will be; null deletes it (or leaves it missing).</summary>
    /// <param name="current">The item as it is, in the store's memory; empty where there is none.</param>
    /// <param name="newItem">The new item, in memory of its own.</param>
    protected abstract ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem);

    private ServiceError? DecideEffects(TransactionView transaction, ItemSpan before)
    {
        var change = new ItemChange
        {
            Table = Table,
            Key = Key,
            Before = before,
            Existed = Existed,
            OldItem = OldItem,
            NewItem = NewItem,
            OldSizeBytes = OldSizeBytes,
            NewSizeBytes = NewSizeBytes,
            IsServiceWrite = IsServiceWrite,
        };
        for (var i = 0; i < _consequences.Length; i++)
        {
            if (Table.Effects[i].Decide(transaction, change, out _consequences[i]) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}
