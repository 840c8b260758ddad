using EFCore.Dynamo.ChangeTracking.Materialization;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>How <c>Find</c> reads an entity type with one GetItem, without LINQ.</summary>
/// <remarks>Built once a model and kept on the entity type; immutable and safe for concurrent use.</remarks>
internal sealed class ItemFinder
{
    private const string AnnotationName = "Dynamo:ItemFinder";

    // A key is written without awaiting, so a thread keeps one builder and its buffers.
    [ThreadStatic]
    private static ItemBuilder? _keyBuilder;

    private readonly FindKeyWriter[]? _keyWriters;

    private ItemFinder(IEntityType entityType, IStructuralTypeMaterializerSource materializerSource)
    {
        EntityType = entityType;
        Materializer = HierarchyMaterializer.TryCreate(entityType, materializerSource);
        Properties = [.. entityType.GetFlattenedProperties().Select(PropertyReader.Create)];
        if (Materializer is null || HasQueryFilter(entityType) || entityType.FindPrimaryKey() is not { } primaryKey)
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

    /// <summary>The entity type.</summary>
    public IEntityType EntityType { get; }

    /// <summary>The table, without the connection's prefix; null where <see cref="CanFind" /> is false.</summary>
    public string? TableName { get; }

    /// <summary>From item to entity; null where an entity is more than its item.</summary>
    public HierarchyMaterializer? Materializer { get; }

    /// <summary>Readers of all properties, in EF's flattened order.</summary>
    public IReadOnlyList<PropertyReader> Properties { get; }

    /// <summary>Whether EF's key gives the item's key, and the item is all that the entity needs. Otherwise <c>Find</c> is a query.</summary>
    public bool CanFind => _keyWriters is not null;

    /// <summary>The finder of an entity type.</summary>
    public static ItemFinder Get(IEntityType entityType, IStructuralTypeMaterializerSource materializerSource)
        => entityType.GetOrAddRuntimeAnnotationValue(
            AnnotationName, static key => new ItemFinder(key.entityType, key.materializerSource), (entityType, materializerSource));

    /// <summary>The item's key.</summary>
    /// <param name="keyValues">EF's key values, none of them null, each of its property's type.</param>
    public Item CreateKey(object[] keyValues)
    {
        // Taken out while in use: a value converter is user code.
        var builder = _keyBuilder ?? new ItemBuilder();
        _keyBuilder = null;
        builder.Clear();
        foreach (var writer in _keyWriters ?? [])
        {
            writer.Write(builder, keyValues);
        }

        var key = builder.Build();
        _keyBuilder = builder;
        return key;
    }

    private static bool HasQueryFilter(IEntityType entityType)
        => entityType.GetAllBaseTypesInclusive().Any(static type => type.GetDeclaredQueryFilters().Count > 0);
}
