using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Adds some of the items that were there when time to live was switched on to the index by expiry; where it stopped is stored with them.</summary>
/// <remarks>Writes keep the index from the moment of the switch; an item that both add is added as it is then.</remarks>
internal sealed class BuildExpiryStep(TableSchema table, ExpiryIndex index, int maxItems = BuildExpiryStep.MaxItems) : IWriteOperation<ExpiryStepResult>
{
    public const int MaxItems = 500;

    /// <summary>Keeps a step short where items are large.</summary>
    private const int MaxBytes = 4 << 20;

    public ExpiryStepResult Execute(WriteTransaction transaction)
    {
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        return TableStatistics.TryRead(transaction, table.Id, buffer, out var statistics) && statistics.Version == table.Version
            ? Build(transaction)
            : ExpiryStepResult.Stale;
    }

    /// <summary>Whether items are still missing in the index.</summary>
    public static bool IsBuilding(TransactionView transaction, TableSchema table)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        return transaction.TryGet(CatalogKeys.WriteExpiryBuild(key, table.Id), out _);
    }

    /// <summary>Notes that the index is to be built, from the first item on.</summary>
    public static void Begin(WriteTransaction transaction, TableSchema table)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Put(CatalogKeys.WriteExpiryBuild(key, table.Id), Item.Empty.Span.PackedBytes);
    }

    /// <summary>One step, in the transaction of somebody who has checked the version.</summary>
    public ExpiryStepResult Build(WriteTransaction transaction)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        var progressKey = CatalogKeys.WriteExpiryBuild(key, table.Id);
        if (!transaction.TryGet(progressKey, out var progress))
        {
            return ExpiryStepResult.Done;
        }

        var entries = new List<Item>();
        var last = ReadItems(transaction, Item.FromPackedUnchecked(progress.ToArray()), entries);
        foreach (var entry in entries)
        {
            index.Entries.Put(transaction, entry.Span);
        }

        if (last is { } lastKey)
        {
            transaction.Put(progressKey, lastKey.Span.PackedBytes);
            return ExpiryStepResult.More;
        }

        transaction.Delete(progressKey);
        return ExpiryStepResult.Done;
    }

    /// <summary>The key of the last item that was looked at; null at the table's end.</summary>
    private Item? ReadItems(WriteTransaction transaction, Item after, List<Item> entries)
    {
        using var cursor = table.Items.OpenScan(transaction);
        if (after.Count > 0)
        {
            cursor.SeekAfter(after.Span);
        }

        var bytes = 0;
        for (var count = 1; cursor.MoveNext(); count++)
        {
            if (index.TryProject(cursor.Current) is { } entry)
            {
                entries.Add(entry);
            }

            bytes += cursor.Current.PackedBytes.Length;
            if (count == maxItems || bytes >= MaxBytes)
            {
                return table.GetKey(cursor.Current);
            }
        }

        return null;
    }
}
