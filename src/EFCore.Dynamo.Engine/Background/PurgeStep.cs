using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Removes some of what a deleted table left: items, index entries, collection sizes, at last the note that there is something to remove.</summary>
internal sealed class PurgeStep(TableSchema table, int maxItems) : IWriteOperation<bool>
{
    /// <summary>Some milliseconds of work: users' writes wait no longer than that for a step.</summary>
    public const int MaxItems = 500;

    /// <summary>Whether there is more to do.</summary>
    public bool Execute(WriteTransaction transaction)
    {
        if (table.Items.DeleteSome(transaction, maxItems))
        {
            return true;
        }

        foreach (var indexId in table.Indexes.Select(static index => index.Id).Concat((table.Document.RemovedIndexes ?? []).Select(static index => index.Id)))
        {
            if (DeleteIndexEntries(transaction, table, indexId, maxItems))
            {
                return true;
            }
        }

        if (ExpiryIndex.Of(table) is { } expiry && expiry.Entries.DeleteSome(transaction, maxItems))
        {
            return true;
        }

        if (table.HasLocalIndexes && DeleteItemCollections(transaction))
        {
            return true;
        }

        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Delete(CatalogKeys.WriteExpiryBuild(key, table.Id));
        transaction.Delete(CatalogKeys.WritePurge(key, table.Id));
        return false;
    }

    /// <summary>Removes some entries of an index, whatever its key was; at last the place where its building stopped.</summary>
    /// <returns>Whether there is more to do.</returns>
    public static bool DeleteIndexEntries(WriteTransaction transaction, TableSchema table, uint indexId, int maxItems)
    {
        if (ItemSpace.ForIndex(indexId, [], [], table.Items).DeleteSome(transaction, maxItems))
        {
            return true;
        }

        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Delete(CatalogKeys.WriteIndexBuild(key, indexId));
        return false;
    }

    private bool DeleteItemCollections(WriteTransaction transaction)
    {
        Span<byte> prefixBytes = stackalloc byte[CatalogKeys.MaxBytes];
        var prefix = CatalogKeys.WriteItemCollections(prefixBytes, table.Id);
        for (var i = 0; i < maxItems; i++)
        {
            if (FindFirst(transaction, prefix) is not { } key)
            {
                return false;
            }

            transaction.Delete(key);
        }

        return true;
    }

    private static byte[]? FindFirst(WriteTransaction transaction, ReadOnlySpan<byte> prefix)
    {
        using var cursor = transaction.OpenCursor();
        return cursor.SeekAtLeast(prefix) && cursor.Key.StartsWith(prefix) ? cursor.Key.ToArray() : null;
    }
}
