using System.Text.Json;
using EFCore.Dynamo.Engine.Consistency;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>The tables: stored in the data file, cached as an immutable snapshot that is swapped after each committed change.</summary>
/// <remarks>Changes run one at a time, under <see cref="ChangeLock" />, so that snapshots follow commits in their order.</remarks>
internal sealed class TableCatalog : IDisposable
{
    private volatile CatalogSnapshot _current;

    private TableCatalog(CatalogSnapshot snapshot, IReadOnlyList<TableSchema> deletedTables)
    {
        _current = snapshot;
        DeletedTables = deletedTables;
    }

    public CatalogSnapshot Current
    {
        get => _current;
        set
        {
            Attach(value);
            _current = value;
        }
    }

    /// <summary>How all tables lag; null where they do not.</summary>
    public EventualConsistency? Consistency
    {
        get;
        set
        {
            field = value;
            Attach(_current);
        }
    }

    /// <summary>Deleted before the last close, their items still in the file.</summary>
    public IReadOnlyList<TableSchema> DeletedTables { get; }

    public SemaphoreSlim ChangeLock { get; } = new(1, 1);

    public static TableCatalog Load(Store store)
    {
        using var transaction = store.BeginRead();
        return new TableCatalog(new CatalogSnapshot(ReadAll(transaction, CatalogKeys.Tables)), ReadAll(transaction, CatalogKeys.Purges));
    }

    /// <summary>The table as of the transaction's moment, or null.</summary>
    public static TableSchema? Find(TransactionView transaction, string name)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        return transaction.TryGet(CatalogKeys.WriteTable(key, name), out var json) ? Deserialize(json) : null;
    }

    public static byte[] Serialize(TableDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, CatalogJsonContext.Default.TableDocument);

    public static TableSchema Deserialize(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize(json, CatalogJsonContext.Default.TableDocument)
            ?? throw new InvalidDataException("The catalog holds an empty table definition: the data file is damaged.");
        return new TableSchema(document);
    }

    public void Dispose() => ChangeLock.Dispose();

    private void Attach(CatalogSnapshot snapshot)
    {
        if (Consistency is not { } consistency)
            return;
        foreach (var table in snapshot.Tables)
            table.Consistency = consistency;
    }

    private static List<TableSchema> ReadAll(TransactionView transaction, ReadOnlySpan<byte> prefix)
    {
        var tables = new List<TableSchema>();
        using var cursor = transaction.OpenCursor();
        for (var found = cursor.SeekAtLeast(prefix); found && cursor.Key.StartsWith(prefix); found = cursor.MoveNext())
            tables.Add(Deserialize(cursor.Value));
        return tables;
    }
}
