namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>All tables at one moment. Readers take the current snapshot without a lock; a change builds the next one.</summary>
internal sealed class CatalogSnapshot
{
    public static readonly CatalogSnapshot Empty = new([]);

    private readonly Dictionary<string, TableSchema> _tables;

    public CatalogSnapshot(IEnumerable<TableSchema> tables)
    {
        _tables = tables.ToDictionary(static table => table.Name, StringComparer.Ordinal);
        Names = [.. _tables.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>In ordinal order.</summary>
    public string[] Names { get; }

    public TableSchema? Find(string name) => _tables.GetValueOrDefault(name);

    public CatalogSnapshot With(TableSchema table) =>
        new(_tables.Values.Where(other => !string.Equals(other.Name, table.Name, StringComparison.Ordinal)).Append(table));

    public CatalogSnapshot Without(uint tableId) => new(_tables.Values.Where(table => table.Id != tableId));
}
