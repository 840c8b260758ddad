using System.Collections.Frozen;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Update.Attributes;
using EFCore.Dynamo.Update.Keys;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update;

/// <summary>Writes the items of one entity type: whole, by key, or what changed in them.</summary>
/// <remarks>Built once for a model and kept on the entity type; immutable and safe for concurrent use.</remarks>
internal sealed class EntityItemWriter
{
    private const string AnnotationName = "Dynamo:ItemWriter";
    private const string KeyPlaceholder = "#0";

    private readonly KeyWriter _partitionKey;
    private readonly KeyWriter? _sortKey;

    private EntityItemWriter(IEntityType entityType)
    {
        var layout = entityType.GetKeyLayout();
        EntityType = entityType;
        TableName = layout.TableName;
        _partitionKey = KeyWriter.Create(layout.PartitionKey);
        _sortKey = layout.SortKey is { } sortKey ? KeyWriter.Create(sortKey) : null;
        KeyAttributeNames = layout.SortKey is null
            ? [layout.PartitionKey.AttributeName]
            : [layout.PartitionKey.AttributeName, layout.SortKey.AttributeName];
        Structure = StructureWriter.CreateForItem(entityType, CreateComputed(entityType, layout), layout);
        RowVersions = RowVersionGenerator.CreateAll(entityType);
        InsertNames = new Dictionary<string, string>(StringComparer.Ordinal) { [KeyPlaceholder] = KeyAttributeNames[0] }
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The condition of an insert, in the names of <see cref="InsertNames" />.</summary>
    public const string InsertCondition = $"attribute_not_exists({KeyPlaceholder})";

    /// <summary>The concrete entity type.</summary>
    public IEntityType EntityType { get; }

    /// <summary>The table, without the connection's prefix.</summary>
    public string TableName { get; }

    /// <summary>The attribute names of the primary key, partition key first.</summary>
    public IReadOnlyList<string> KeyAttributeNames { get; }

    /// <summary>The names in <see cref="InsertCondition" />.</summary>
    public IReadOnlyDictionary<string, string> InsertNames { get; }

    /// <summary>All attributes.</summary>
    public StructureWriter Structure { get; }

    /// <summary>The concurrency tokens that the provider counts up.</summary>
    public IReadOnlyList<RowVersionGenerator> RowVersions { get; }

    /// <summary>The writer of an entity type.</summary>
    public static EntityItemWriter Get(IEntityType entityType)
        => entityType.GetOrAddRuntimeAnnotationValue(AnnotationName, static key => new EntityItemWriter(key!), entityType);

    /// <summary>The whole item.</summary>
    public Item CreateItem(InternalEntryBase entry)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        Structure.Write(builder, entry);
        return builder.Build();
    }

    /// <summary>The item's primary key, of the values as they are or as they were read.</summary>
    /// <exception cref="InvalidOperationException">A property in a template is null.</exception>
    public Item CreateKey(InternalEntryBase entry, bool original)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        Write(_partitionKey);
        if (_sortKey is not null)
        {
            Write(_sortKey);
        }

        return builder.Build();

        void Write(KeyWriter key)
        {
            if (!key.HasValue(entry, original))
            {
                throw new InvalidOperationException(
                    UpdateStrings.KeyValueMissing(EntityType.DisplayName(), key.Component.AttributeName, key.Component.Template.ToString()));
            }

            builder.WriteName(key.Component.Name);
            key.WriteValue(builder, entry, original);
        }
    }

    /// <summary>Whether a property in the primary key was changed. The key may still be the same.</summary>
    public bool IsKeyAffected(InternalEntryBase entry)
        => _partitionKey.IsAffected(entry) || _sortKey?.IsAffected(entry) == true;

    // The key attributes of table and indexes that are no property's own: each once, also when several indexes share it.
    private static IEnumerable<ComputedKeyAttributeWriter> CreateComputed(IEntityType entityType, EntityKeyLayout layout)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in new[] { layout.PartitionKey, layout.SortKey })
        {
            if (component is { IsComputed: true } && seen.Add(component.AttributeName))
            {
                yield return new ComputedKeyAttributeWriter(entityType, component, isRequired: true);
            }
        }

        foreach (var index in entityType.GetSecondaryIndexes())
        {
            foreach (var component in index.PartitionKeys.Concat(index.SortKeys))
            {
                if (component.IsComputed && seen.Add(component.AttributeName))
                {
                    yield return new ComputedKeyAttributeWriter(entityType, component, isRequired: false);
                }
            }
        }
    }
}
