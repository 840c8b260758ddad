using EFCore.Dynamo.Engine.Schema;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>All tables at one moment. Readers take the current snapshot without a lock; a change builds the next one.</summary>
internal sealed class CatalogSnapshot
{
    private readonly Dictionary<string, TableSchema> _tables;

    public CatalogSnapshot(IEnumerable<TableSchema> tables)
        : this(tables.ToDictionary(static table => table.Name, StringComparer.Ordinal))
    {
    }

    private CatalogSnapshot(Dictionary<string, TableSchema> tables)
    {
        _tables = tables;
        Names = [.. tables.Keys];
        Array.Sort(Names, StringComparer.Ordinal);
    }

    private CatalogSnapshot(Dictionary<string, TableSchema> tables, string[] names)
    {
        _tables = tables;
        Names = names;
    }

    /// <summary>In ordinal order.</summary>
    public string[] Names { get; }

    /// <summary>In no order.</summary>
    public IReadOnlyCollection<TableSchema> Tables => _tables.Values;

    public TableSchema? Find(string name) => _tables.GetValueOrDefault(name);

    public CatalogSnapshot With(TableSchema table)
    {
        var tables = new Dictionary<string, TableSchema>(_tables, StringComparer.Ordinal) { [table.Name] = table };
        var position = Array.BinarySearch(Names, table.Name, StringComparer.Ordinal);
        return position >= 0 ? new CatalogSnapshot(tables, Names) : new CatalogSnapshot(tables, [.. Names[..~position], table.Name, .. Names[~position..]]);
    }

    public CatalogSnapshot Without(TableSchema table)
    {
        var tables = new Dictionary<string, TableSchema>(_tables, StringComparer.Ordinal);
        tables.Remove(table.Name);
        return new CatalogSnapshot(tables);
    }
}
