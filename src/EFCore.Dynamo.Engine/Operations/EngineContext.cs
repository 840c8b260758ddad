using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Streams;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>What operations work with: the store, the tables, the clock.</summary>
internal sealed class EngineContext(Store store, TableCatalog catalog, TablePurger purger, TimeProvider timeProvider, ResourceNames names)
{
    public Store Store { get; } = store;

    public TableCatalog Catalog { get; } = catalog;

    public TablePurger Purger { get; } = purger;

    public TimeProvider TimeProvider { get; } = timeProvider;

    public ResourceNames Names { get; } = names;

    /// <summary>How new streams are made.</summary>
    public required StreamOptions StreamOptions { get; init; }

    public required StreamTrimmer StreamTrimmer { get; init; }

    /// <summary>The table, or null; the name is not null, validation has seen to that.</summary>
    public TableSchema? FindTable(string name) => Catalog.Current.Find(name);
}
