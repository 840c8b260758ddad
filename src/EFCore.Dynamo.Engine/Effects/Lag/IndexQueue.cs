using EFCore.Dynamo.Engine.Effects.Indexes;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>Changes of global secondary indexes that wait, in the order of their writes; each is stored in its write's own transaction.</summary>
/// <param name="timeProvider">A clock that goes on evenly.</param>
/// <param name="delay">How long a change waits at most.</param>
/// <param name="seed">Where chance begins.</param>
internal sealed class IndexQueue(TimeProvider timeProvider, TimeSpan delay, int seed) : IIndexChangeQueue
{
    /// <summary>Longer than this nothing waits: what is due later than that was stored before the clock was set back.</summary>
    public TimeSpan Delay => delay;

    private readonly SeededChance _chance = new(seed);

    /// <summary>Told inside the transaction that stored a change. It may still fail: then there is nothing to be found.</summary>
    public event Action? Added;

    /// <summary>Stores a change, due after half the delay to the whole of it, and not before those that are already there.</summary>
    public void Add(WriteTransaction transaction, TableSchema table, IndexChange change)
    {
        var now = timeProvider.GetUtcNow();
        var due = (now + (delay * (0.5 + (0.5 * _chance.Next())))).UtcTicks;
        var sequence = 1UL;
        if (TryReadLast(transaction, out var lastSequence, out var lastDue))
        {
            sequence = lastSequence + 1;
            due = Math.Max(due, Math.Min(lastDue, (now + delay).UtcTicks));
        }

        Span<byte> key = stackalloc byte[QueuedIndexChange.KeyBytes];
        QueuedIndexChange.WriteKey(key, sequence);
        transaction.Put(key, new QueuedIndexChange(due, table.Id, change.Index.Id, change.OldEntry, change.NewEntry).ToBytes());
        Added?.Invoke();
    }

    /// <summary>Whether changes wait.</summary>
    public static bool IsEmpty(TransactionView transaction)
    {
        using var cursor = transaction.OpenCursor();
        return !cursor.SeekAtLeast(QueuedIndexChange.Prefix) || !cursor.Key.StartsWith(QueuedIndexChange.Prefix);
    }

    private static bool TryReadLast(WriteTransaction transaction, out ulong sequence, out long dueTicks)
    {
        Span<byte> behind = stackalloc byte[QueuedIndexChange.KeyBytes];
        QueuedIndexChange.WriteKey(behind, ulong.MaxValue);
        using var cursor = transaction.OpenCursor();
        var found = cursor.SeekBefore(behind) && cursor.Key.StartsWith(QueuedIndexChange.Prefix);
        sequence = found ? QueuedIndexChange.ReadSequence(cursor.Key) : 0;
        dueTicks = found ? QueuedIndexChange.ReadDueTicks(cursor.Value) : 0;
        return found;
    }
}
