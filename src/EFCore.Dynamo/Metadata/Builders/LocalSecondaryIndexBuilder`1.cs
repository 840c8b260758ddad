using System.Linq.Expressions;
using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Builders;

/// <inheritdoc />
public sealed class LocalSecondaryIndexBuilder<TEntity> : LocalSecondaryIndexBuilder
    where TEntity : class
{
    internal LocalSecondaryIndexBuilder(IMutableEntityType entityType, string name)
        : base(entityType, name)
    {
    }

    /// <summary>Sets the sort key.</summary>
    /// <param name="template">A property, <c>o => o.Total</c>, or a text made of properties.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>&lt;index&gt;SK</c> for a computed text.</param>
    public LocalSecondaryIndexBuilder<TEntity> HasSortKey(Expression<Func<TEntity, object?>> template, string? attributeName = null)
    {
        SetSortKey(KeyConfigurationFactory.Create(EntityType, template, attributeName));
        return this;
    }

    /// <inheritdoc cref="LocalSecondaryIndexBuilder.HasSortKey" />
    public new LocalSecondaryIndexBuilder<TEntity> HasSortKey(string template, string? attributeName = null)
        => (LocalSecondaryIndexBuilder<TEntity>)base.HasSortKey(template, attributeName);

    /// <inheritdoc cref="LocalSecondaryIndexBuilder.HasProjection" />
    public new LocalSecondaryIndexBuilder<TEntity> HasProjection(ProjectionType projectionType, params string[] includedProperties)
        => (LocalSecondaryIndexBuilder<TEntity>)base.HasProjection(projectionType, includedProperties);

    /// <summary>Makes the index hold the keys and these properties.</summary>
    public LocalSecondaryIndexBuilder<TEntity> HasProjection(params Expression<Func<TEntity, object?>>[] includedProperties)
    {
        SetProjection(ProjectionType.Include, SecondaryIndexConfigurator.GetPropertyNames(EntityType, includedProperties));
        return this;
    }
}
