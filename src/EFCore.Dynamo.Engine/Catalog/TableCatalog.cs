using System.Text.Json;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>The tables: stored in the data file, cached as an immutable snapshot that is swapped after each committed change.</summary>
/// <remarks>Changes run one at a time, under <see cref="ChangeLock" />, so that snapshots follow commits in their order.</remarks>
internal sealed class TableCatalog : IDisposable
{
    private volatile CatalogSnapshot _current;

    private readonly IItemEffectSource _effects;

    private TableCatalog(TransactionView transaction, IItemEffectSource effects)
    {
        _effects = effects;
        _current = new CatalogSnapshot(ReadAll(transaction, CatalogKeys.Tables));
    }

    public CatalogSnapshot Current
    {
        get => _current;
        set
        {
            _current = value;
            Changed?.Invoke();
        }
    }

    /// <summary>Told after each change, under <see cref="ChangeLock" />.</summary>
    public event Action? Changed;

    public SemaphoreSlim ChangeLock { get; } = new(1, 1);

    /// <param name="store">Holds the definitions.</param>
    /// <param name="effects">For the schemas of all tables.</param>
    public static TableCatalog Load(Store store, IItemEffectSource effects)
    {
        using var transaction = store.BeginRead();
        return new TableCatalog(transaction, effects);
    }

    /// <summary>The table as of the transaction's moment, or null.</summary>
    public TableSchema? Find(TransactionView transaction, string name)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        return transaction.TryGet(CatalogKeys.WriteTable(key, name), out var json) ? Deserialize(json) : null;
    }

    /// <summary>Deleted tables that still have items in the file.</summary>
    public List<TableSchema> ListDeleted(TransactionView transaction) => ReadAll(transaction, CatalogKeys.Purges);

    public static byte[] Serialize(TableDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, CatalogJsonContext.Default.TableDocument);

    /// <summary>The schema of a definition.</summary>
    public TableSchema CreateSchema(TableDocument document) => new(document, _effects);

    public void Dispose() => ChangeLock.Dispose();

    private TableSchema Deserialize(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize(json, CatalogJsonContext.Default.TableDocument)
            ?? throw new InvalidDataException("The catalog holds an empty table definition: the data file is damaged.");
        return CreateSchema(document);
    }

    private List<TableSchema> ReadAll(TransactionView transaction, ReadOnlySpan<byte> prefix)
    {
        var tables = new List<TableSchema>();
        using var cursor = transaction.OpenCursor();
        for (var found = cursor.SeekAtLeast(prefix); found && cursor.Key.StartsWith(prefix); found = cursor.MoveNext())
        {
            tables.Add(Deserialize(cursor.Value));
        }

        return tables;
    }
}
