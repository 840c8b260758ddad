using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Builders;

/// <summary>Configures a global secondary index: an own partition key, perhaps an own sort key, and what it holds of each item.</summary>
/// <remarks>An item that lacks one of the index's key attributes is not in the index.</remarks>
public class GlobalSecondaryIndexBuilder
{
    internal GlobalSecondaryIndexBuilder(IMutableEntityType entityType, string name)
    {
        EntityType = entityType;
        Name = name;
        Change(configuration => configuration);
    }

    private protected IMutableEntityType EntityType { get; }

    private protected string Name { get; }

    /// <summary>Sets the partition key.</summary>
    /// <param name="template">The string form of the key template: <c>"{Status}"</c> is the property, <c>"STATUS#{Status}"</c> a computed text.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>&lt;index&gt;PK</c> for a computed text.</param>
    public GlobalSecondaryIndexBuilder HasPartitionKey(string template, string? attributeName = null)
    {
        SetPartitionKeys(KeyConfigurationFactory.Create(EntityType, template, attributeName));
        return this;
    }

    /// <summary>Sets a partition key of up to four attributes; a query must give all of them.</summary>
    public GlobalSecondaryIndexBuilder HasPartitionKey(string[] templates)
    {
        SetPartitionKeys(KeyConfigurationFactory.CreateAll(EntityType, templates));
        return this;
    }

    /// <summary>Sets the sort key.</summary>
    /// <param name="template">The string form of the key template.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>&lt;index&gt;SK</c> for a computed text.</param>
    public GlobalSecondaryIndexBuilder HasSortKey(string template, string? attributeName = null)
    {
        SetSortKeys(KeyConfigurationFactory.Create(EntityType, template, attributeName));
        return this;
    }

    /// <summary>Sets a sort key of up to four attributes; a query may give them from left to right.</summary>
    public GlobalSecondaryIndexBuilder HasSortKey(string[] templates)
    {
        SetSortKeys(KeyConfigurationFactory.CreateAll(EntityType, templates));
        return this;
    }

    /// <summary>Sets what the index holds besides the keys of table and index; by default, everything.</summary>
    /// <param name="projectionType">All, only the keys, or the keys and some properties.</param>
    /// <param name="includedProperties">The properties, with <see cref="ProjectionType.Include" /> only.</param>
    public GlobalSecondaryIndexBuilder HasProjection(ProjectionType projectionType, params string[] includedProperties)
    {
        SetProjection(projectionType, includedProperties);
        return this;
    }

    private protected void SetPartitionKeys(params KeyConfiguration[] keys) => Change(configuration => configuration with { PartitionKeys = keys });

    private protected void SetSortKeys(params KeyConfiguration[] keys) => Change(configuration => configuration with { SortKeys = keys });

    private protected void SetProjection(ProjectionType projectionType, string[] includedProperties)
        => Change(configuration => SecondaryIndexConfigurator.Apply(EntityType, configuration, projectionType, includedProperties));

    private void Change(Func<SecondaryIndexConfiguration, SecondaryIndexConfiguration> change)
        => SecondaryIndexConfigurator.Change(EntityType, Name, isGlobal: true, change);
}
