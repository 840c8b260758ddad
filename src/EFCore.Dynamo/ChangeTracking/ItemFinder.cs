using EFCore.Dynamo.Query.Execution;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>How <c>Find</c> reads an entity type with one GetItem, without LINQ.</summary>
/// <remarks>Built once a model and kept on the entity type; safe for concurrent use. It reads items with the shaper that queries have.</remarks>
internal sealed class ItemFinder
{
    private const string AnnotationName = "Dynamo:ItemFinder";

    private readonly IEntityType _entityType;
    private readonly DiscriminatorMatch _discriminator;
    private readonly FindKeyWriter[]? _keyWriters;

    // Compiled when first needed; threads that compile at once get equal delegates.
    private Func<QueryContext, Item, object>? _createTracked;
    private Func<QueryContext, Item, object?[]>? _readValues;

    private ItemFinder(IEntityType entityType)
    {
        _entityType = entityType;
        _discriminator = new DiscriminatorMatch(entityType);
        if (HasQueryFilter(entityType) || HasAutoInclude(entityType) || entityType.IsNested() || entityType.FindPrimaryKey() is not { } primaryKey)
        {
            return;
        }

        var layout = entityType.GetKeyLayout();
        TableName = layout.TableName;
        var partitionKey = FindKeyWriter.TryCreate(layout.PartitionKey, primaryKey);
        var sortKey = layout.SortKey is null ? null : FindKeyWriter.TryCreate(layout.SortKey, primaryKey);
        if (partitionKey is not null && (layout.SortKey is null || sortKey is not null))
        {
            _keyWriters = sortKey is null ? [partitionKey] : [partitionKey, sortKey];
        }
    }

    /// <summary>The table, without the connection's prefix; null for an entity type that has none.</summary>
    public string? TableName { get; }

    /// <summary>Whether EF's key gives the item's key, and the item is all that the entity needs. Otherwise <c>Find</c> is a query.</summary>
    public bool CanFind => _keyWriters is not null;

    /// <summary>The finder of an entity type.</summary>
    public static ItemFinder Get(IEntityType entityType)
        => entityType.GetOrAddRuntimeAnnotationValue(AnnotationName, static key => new ItemFinder(key!), entityType);

    /// <summary>The item's key.</summary>
    /// <param name="keyValues">EF's key values, none of them null, each of its property's type.</param>
    public Item CreateKey(object[] keyValues)
    {
        using var lease = ItemBuilder.Lease();
        foreach (var writer in _keyWriters ?? [])
        {
            writer.Write(lease.Builder, keyValues);
        }

        return lease.Builder.Build();
    }

    /// <summary>Creates the entity with all it owns, and tracks it.</summary>
    /// <returns>Null where the item is of another entity type.</returns>
    public object? CreateTracked(QueryContext context, Item item)
    {
        if (!_discriminator.IsMatch(item))
        {
            return null;
        }

        context.InitializeStateManager();
        return (_createTracked ??= ItemShaperCompiler.CompileTracking(_entityType, context.Context))(context, item);
    }

    /// <summary>Whether the item holds an entity of the type.</summary>
    public bool IsMatch(Item item) => _discriminator.IsMatch(item);

    /// <summary>The values of all properties, in EF's flattened order.</summary>
    /// <param name="context">What the values are read in.</param>
    /// <param name="item">An item of the type; for an owned type, the map that it is in its owner's item.</param>
    public object?[] ReadValues(QueryContext context, Item item)
        => (_readValues ??= ItemShaperCompiler.CompileValues(_entityType))(context, item);

    private static bool HasQueryFilter(IEntityType entityType)
        => entityType.GetAllBaseTypesInclusive().Any(static type => type.GetDeclaredQueryFilters().Count > 0);

    // What an entity owns is in its item; what else it always comes with is not.
    private static bool HasAutoInclude(IEntityType entityType)
        => entityType.GetDerivedTypesInclusive().Any(static type =>
            type.GetNavigations().Any(static navigation => navigation.IsEagerLoaded && !navigation.TargetEntityType.IsNested())
            || type.GetSkipNavigations().Any(static navigation => navigation.IsEagerLoaded));
}
