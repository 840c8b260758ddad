using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Effects.Indexes;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>
///     Makes some of the changes of global secondary indexes that are due, with their counts, in the order of their writes; those of indexes that are gone are
///     dropped.
/// </summary>
/// <param name="catalog">The tables.</param>
/// <param name="now">The moment.</param>
/// <param name="maxWait">How long a change waits at most.</param>
/// <param name="maxChanges">How many are made.</param>
internal sealed class ApplyIndexChangesStep(
    TableCatalog catalog, DateTimeOffset now, TimeSpan maxWait, int maxChanges = ApplyIndexChangesStep.MaxChanges) : IWriteOperation<IndexQueueProgress>
{
    /// <summary>Some milliseconds of work: users' writes wait no longer than that for a step.</summary>
    public const int MaxChanges = 200;

    public IndexQueueProgress Execute(WriteTransaction transaction)
    {
        for (var i = 0; i < maxChanges; i++)
        {
            if (ReadFirst(transaction, out var change) is not { } key)
            {
                return new IndexQueueProgress(IsMore: false, NextDue: null);
            }

            var wait = TimeSpan.FromTicks(change!.DueTicks - now.UtcTicks); // there with its key
            if (wait > TimeSpan.Zero && wait <= maxWait)
            {
                return new IndexQueueProgress(IsMore: false, new DateTimeOffset(change.DueTicks, TimeSpan.Zero));
            }

            if (!TryApply(transaction, change))
            {
                break;
            }

            transaction.Delete(key);
        }

        return new IndexQueueProgress(IsMore: true, NextDue: null);
    }

    /// <summary>False where the table is not yet known as it is stored: the next step finds it.</summary>
    private bool TryApply(WriteTransaction transaction, QueuedIndexChange change)
    {
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        if (!TableStatistics.TryRead(transaction, change.TableId, buffer, out var statistics))
        {
            return true;
        }

        if (catalog.Current.Tables.FirstOrDefault(table => table.Id == change.TableId) is not { } table || !statistics.IsOf(table))
        {
            return false;
        }

        if (Array.Find(table.Indexes, index => index.Id == change.IndexId) is not { } index)
        {
            return true;
        }

        IndexChange.Create(index, change.OldEntry, change.NewEntry).Apply(transaction, statistics);
        statistics.Write(transaction, table.Id);
        return true;
    }

    private static byte[]? ReadFirst(WriteTransaction transaction, out QueuedIndexChange? change)
    {
        change = null;
        using var cursor = transaction.OpenCursor();
        if (!cursor.SeekAtLeast(QueuedIndexChange.Prefix) || !cursor.Key.StartsWith(QueuedIndexChange.Prefix))
        {
            return null;
        }

        change = QueuedIndexChange.Read(cursor.Value);
        return cursor.Key.ToArray();
    }
}
