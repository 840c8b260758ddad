using System.Linq.Expressions;
using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Builders;

/// <inheritdoc />
public sealed class GlobalSecondaryIndexBuilder<TEntity> : GlobalSecondaryIndexBuilder
    where TEntity : class
{
    internal GlobalSecondaryIndexBuilder(IMutableEntityType entityType, string name)
        : base(entityType, name)
    {
    }

    /// <summary>Sets the partition key.</summary>
    /// <param name="template">A property, <c>o => o.Status</c>, or a text made of properties, <c>o => $"STATUS#{o.Status}"</c>.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>&lt;index&gt;PK</c> for a computed text.</param>
    public GlobalSecondaryIndexBuilder<TEntity> HasPartitionKey(Expression<Func<TEntity, object?>> template, string? attributeName = null)
    {
        SetPartitionKeys(KeyConfigurationFactory.Create(EntityType, template, attributeName));
        return this;
    }

    /// <summary>Sets a partition key of up to four attributes; a query must give all of them.</summary>
    public GlobalSecondaryIndexBuilder<TEntity> HasPartitionKey(params Expression<Func<TEntity, object?>>[] templates)
    {
        SetPartitionKeys(KeyConfigurationFactory.CreateAll(EntityType, templates));
        return this;
    }

    /// <summary>Sets the sort key.</summary>
    /// <param name="template">A property, <c>o => o.PlacedAt</c>, or a text made of properties.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>&lt;index&gt;SK</c> for a computed text.</param>
    public GlobalSecondaryIndexBuilder<TEntity> HasSortKey(Expression<Func<TEntity, object?>> template, string? attributeName = null)
    {
        SetSortKeys(KeyConfigurationFactory.Create(EntityType, template, attributeName));
        return this;
    }

    /// <summary>Sets a sort key of up to four attributes; a query may give them from left to right.</summary>
    public GlobalSecondaryIndexBuilder<TEntity> HasSortKey(params Expression<Func<TEntity, object?>>[] templates)
    {
        SetSortKeys(KeyConfigurationFactory.CreateAll(EntityType, templates));
        return this;
    }

    /// <inheritdoc cref="GlobalSecondaryIndexBuilder.HasPartitionKey(string, string)" />
    public new GlobalSecondaryIndexBuilder<TEntity> HasPartitionKey(string template, string? attributeName = null)
        => (GlobalSecondaryIndexBuilder<TEntity>)base.HasPartitionKey(template, attributeName);

    /// <inheritdoc cref="GlobalSecondaryIndexBuilder.HasPartitionKey(string[])" />
    public new GlobalSecondaryIndexBuilder<TEntity> HasPartitionKey(string[] templates)
        => (GlobalSecondaryIndexBuilder<TEntity>)base.HasPartitionKey(templates);

    /// <inheritdoc cref="GlobalSecondaryIndexBuilder.HasSortKey(string, string)" />
    public new GlobalSecondaryIndexBuilder<TEntity> HasSortKey(string template, string? attributeName = null)
        => (GlobalSecondaryIndexBuilder<TEntity>)base.HasSortKey(template, attributeName);

    /// <inheritdoc cref="GlobalSecondaryIndexBuilder.HasSortKey(string[])" />
    public new GlobalSecondaryIndexBuilder<TEntity> HasSortKey(string[] templates)
        => (GlobalSecondaryIndexBuilder<TEntity>)base.HasSortKey(templates);

    /// <inheritdoc cref="GlobalSecondaryIndexBuilder.HasProjection" />
    public new GlobalSecondaryIndexBuilder<TEntity> HasProjection(ProjectionType projectionType, params string[] includedProperties)
        => (GlobalSecondaryIndexBuilder<TEntity>)base.HasProjection(projectionType, includedProperties);

    /// <summary>Makes the index hold the keys and these properties.</summary>
    public GlobalSecondaryIndexBuilder<TEntity> HasProjection(params Expression<Func<TEntity, object?>>[] includedProperties)
    {
        SetProjection(ProjectionType.Include, SecondaryIndexConfigurator.GetPropertyNames(EntityType, includedProperties));
        return this;
    }
}
