using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Builders;

/// <summary>Configures a local secondary index: the table's partition key with another sort key, readable with strong consistency.</summary>
/// <remarks>
///     A table can get local indexes only when it is created, and it must have a sort key. An item that lacks the index's sort key is not in the index.
/// </remarks>
public class LocalSecondaryIndexBuilder
{
    internal LocalSecondaryIndexBuilder(IMutableEntityType entityType, string name)
    {
        EntityType = entityType;
        Name = name;
        Change(configuration => configuration);
    }

    private protected IMutableEntityType EntityType { get; }

    private protected string Name { get; }

    /// <summary>Sets the sort key.</summary>
    /// <param name="template">The string form of the key template: <c>"{Total}"</c> is the property, <c>"TOTAL#{Total:D10}"</c> a computed text.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>&lt;index&gt;SK</c> for a computed text.</param>
    public LocalSecondaryIndexBuilder HasSortKey(string template, string? attributeName = null)
    {
        SetSortKey(KeyConfigurationFactory.Create(EntityType, template, attributeName));
        return this;
    }

    /// <summary>Sets what the index holds besides the keys of table and index; by default, everything.</summary>
    /// <param name="projectionType">All, only the keys, or the keys and some properties.</param>
    /// <param name="includedProperties">The properties, with <see cref="ProjectionType.Include" /> only.</param>
    public LocalSecondaryIndexBuilder HasProjection(ProjectionType projectionType, params string[] includedProperties)
    {
        SetProjection(projectionType, includedProperties);
        return this;
    }

    private protected void SetSortKey(KeyConfiguration key) => Change(configuration => configuration with { SortKeys = [key] });

    private protected void SetProjection(ProjectionType projectionType, string[] includedProperties)
        => Change(configuration => SecondaryIndexConfigurator.Apply(EntityType, configuration, projectionType, includedProperties));

    private void Change(Func<SecondaryIndexConfiguration, SecondaryIndexConfiguration> change)
        => SecondaryIndexConfigurator.Change(EntityType, Name, isGlobal: false, change);
}
