using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>
///     The one place where definitions of tables are written: a table is born, changed or removed, with its statistics, in the caller's transaction.
/// </summary>
/// <remarks>For callers that hold <see cref="TableCatalog.ChangeLock" />; after the commit they publish what they wrote.</remarks>
internal static class DefinitionWrite
{
    /// <summary>A new table, with statistics that are all zero.</summary>
    public static TableSchema Create(WriteTransaction transaction, TableCatalog catalog, TableDocument document)
    {
        var table = catalog.CreateSchema(document);
        Span<byte> statistics = stackalloc byte[TableStatistics.MaxBytes];
        TableStatistics.Create(table.Version, table.Indexes.Length, statistics).Write(transaction, table.Id);
        Put(transaction, table);
        return table;
    }

    /// <summary>The next version of a table, with its statistics in the new layout.</summary>
    public static TableSchema Change(WriteTransaction transaction, TableCatalog catalog, TableSchema table, TableDocument document)
    {
        var changed = catalog.CreateSchema(document with { Version = table.Version + 1 });
        Span<byte> before = stackalloc byte[TableStatistics.MaxBytes];
        Span<byte> after = stackalloc byte[TableStatistics.MaxBytes];
        if (!TableStatistics.TryRead(transaction, table.Id, before, out var statistics))
        {
            throw new System.Diagnostics.UnreachableException("A table of the catalog has no statistics.");
        }

        statistics.CarryOver(table, changed, after).Write(transaction, table.Id);
        Put(transaction, changed);
        return changed;
    }

    /// <summary>Takes a table out of the catalog and notes that its items are to be purged.</summary>
    public static void Remove(WriteTransaction transaction, TableSchema table)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Delete(CatalogKeys.WriteTable(key, table.Name));
        transaction.Delete(CatalogKeys.WriteStatistics(key, table.Id));
        transaction.Put(CatalogKeys.WritePurge(key, table.Id), TableCatalog.Serialize(table.Document));
    }

    private static void Put(WriteTransaction transaction, TableSchema table)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Put(CatalogKeys.WriteTable(key, table.Name), TableCatalog.Serialize(table.Document));
    }
}
