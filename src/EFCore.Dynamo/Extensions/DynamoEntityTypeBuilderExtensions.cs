using System.Linq.Expressions;
using EFCore.Dynamo.Metadata;
using EFCore.Dynamo.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Tables, keys and indexes in <c>OnModelCreating</c>.</summary>
/// <remarks>
///     A key template says how a key attribute is made from the entity: a property (<c>c => c.Id</c>) is that property's attribute, with its type;
///     an interpolated string (<c>c => $"CUSTOMER#{c.Id}"</c>) or a constant (<c>c => "PROFILE"</c>) is a text of its own attribute.
/// </remarks>
public static class DynamoEntityTypeBuilderExtensions
{
    /// <summary>
    ///     Sets the table of the entity type's items; by default the name of its <c>DbSet</c>, or of the type. Several entity types may share one.
    /// </summary>
    public static EntityTypeBuilder ToDynamoTable(this EntityTypeBuilder entityTypeBuilder, string? name)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        if (name is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
        }

        entityTypeBuilder.Metadata.SetOrRemoveAnnotation(DynamoAnnotationNames.TableName, name);
        return entityTypeBuilder;
    }

    /// <inheritdoc cref="ToDynamoTable(EntityTypeBuilder, string)" />
    public static EntityTypeBuilder<TEntity> ToDynamoTable<TEntity>(this EntityTypeBuilder<TEntity> entityTypeBuilder, string? name)
        where TEntity : class
        => (EntityTypeBuilder<TEntity>)ToDynamoTable((EntityTypeBuilder)entityTypeBuilder, name);

    /// <summary>Sets the partition key of the entity type's items.</summary>
    /// <param name="entityTypeBuilder">The entity type.</param>
    /// <param name="template">A property, <c>c => c.Id</c>, or a text made of properties, <c>c => $"CUSTOMER#{c.Id}"</c>.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>PK</c> for a text.</param>
    /// <exception cref="InvalidOperationException">The lambda is no key template; the text says why.</exception>
    public static EntityTypeBuilder<TEntity> HasPartitionKey<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        Expression<Func<TEntity, object?>> template,
        string? attributeName = null)
        where TEntity : class
        => SetKey(entityTypeBuilder, DynamoAnnotationNames.PartitionKey, Create(entityTypeBuilder, template, attributeName));

    /// <summary>Sets the partition key of the entity type's items.</summary>
    /// <param name="entityTypeBuilder">The entity type.</param>
    /// <param name="template">The string form: <c>"{Id}"</c> is the property, <c>"CUSTOMER#{Id}"</c> a text.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>PK</c> for a text.</param>
    public static EntityTypeBuilder HasPartitionKey(this EntityTypeBuilder entityTypeBuilder, string template, string? attributeName = null)
        => SetKey(entityTypeBuilder, DynamoAnnotationNames.PartitionKey, Create(entityTypeBuilder, template, attributeName));

    /// <inheritdoc cref="HasPartitionKey(EntityTypeBuilder, string, string)" />
    public static EntityTypeBuilder<TEntity> HasPartitionKey<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        string template,
        string? attributeName = null)
        where TEntity : class
        => SetKey(entityTypeBuilder, DynamoAnnotationNames.PartitionKey, Create(entityTypeBuilder, template, attributeName));

    /// <summary>Sets the sort key of the entity type's items.</summary>
    /// <param name="entityTypeBuilder">The entity type.</param>
    /// <param name="template">A property, a constant, or a text made of properties, <c>o => $"ORDER#{o.PlacedAt:O}#{o.Id}"</c>.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>SK</c> for a text.</param>
    /// <exception cref="InvalidOperationException">The lambda is no key template; the text says why.</exception>
    public static EntityTypeBuilder<TEntity> HasSortKey<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        Expression<Func<TEntity, object?>> template,
        string? attributeName = null)
        where TEntity : class
        => SetKey(entityTypeBuilder, DynamoAnnotationNames.SortKey, Create(entityTypeBuilder, template, attributeName));

    /// <summary>Sets the sort key of the entity type's items.</summary>
    /// <param name="entityTypeBuilder">The entity type.</param>
    /// <param name="template">The string form: <c>"{PlacedAt}"</c> is the property, <c>"PROFILE"</c> a constant, <c>"ORDER#{Id}"</c> a text.</param>
    /// <param name="attributeName">The key attribute's name; by default the property's, or <c>SK</c> for a text.</param>
    public static EntityTypeBuilder HasSortKey(this EntityTypeBuilder entityTypeBuilder, string template, string? attributeName = null)
        => SetKey(entityTypeBuilder, DynamoAnnotationNames.SortKey, Create(entityTypeBuilder, template, attributeName));

    /// <inheritdoc cref="HasSortKey(EntityTypeBuilder, string, string)" />
    public static EntityTypeBuilder<TEntity> HasSortKey<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        string template,
        string? attributeName = null)
        where TEntity : class
        => SetKey(entityTypeBuilder, DynamoAnnotationNames.SortKey, Create(entityTypeBuilder, template, attributeName));

    /// <summary>Adds a global secondary index to the table, or continues to configure it.</summary>
    /// <param name="entityTypeBuilder">The entity type whose items the index finds.</param>
    /// <param name="name">Unique in the table; entity types that share a table may share its indexes by name.</param>
    public static GlobalSecondaryIndexBuilder<TEntity> HasGlobalSecondaryIndex<TEntity>(this EntityTypeBuilder<TEntity> entityTypeBuilder, string name)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new GlobalSecondaryIndexBuilder<TEntity>(entityTypeBuilder.Metadata, name);
    }

    /// <inheritdoc cref="HasGlobalSecondaryIndex{TEntity}(EntityTypeBuilder{TEntity}, string)" />
    public static GlobalSecondaryIndexBuilder HasGlobalSecondaryIndex(this EntityTypeBuilder entityTypeBuilder, string name)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new GlobalSecondaryIndexBuilder(entityTypeBuilder.Metadata, name);
    }

    /// <summary>Adds a local secondary index to the table, or continues to configure it.</summary>
    /// <param name="entityTypeBuilder">The entity type whose items the index finds.</param>
    /// <param name="name">Unique in the table; entity types that share a table may share its indexes by name.</param>
    public static LocalSecondaryIndexBuilder<TEntity> HasLocalSecondaryIndex<TEntity>(this EntityTypeBuilder<TEntity> entityTypeBuilder, string name)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new LocalSecondaryIndexBuilder<TEntity>(entityTypeBuilder.Metadata, name);
    }

    /// <inheritdoc cref="HasLocalSecondaryIndex{TEntity}(EntityTypeBuilder{TEntity}, string)" />
    public static LocalSecondaryIndexBuilder HasLocalSecondaryIndex(this EntityTypeBuilder entityTypeBuilder, string name)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new LocalSecondaryIndexBuilder(entityTypeBuilder.Metadata, name);
    }

    /// <summary>Names the property that says when an item expires; it is stored as a number of epoch seconds, as DynamoDB's time to live needs it.</summary>
    /// <param name="entityTypeBuilder">The entity type.</param>
    /// <param name="property">A <see cref="DateTime" />, <see cref="DateTimeOffset" />, <see cref="long" /> or <see cref="int" /> property, nullable or
    /// not.</param>
    /// <remarks>
    ///     <c>EnsureCreated</c> turns it on for the tables that it creates; a table that exists is left as it is. Expired items stay visible until they are
    ///     deleted, as on the service. Fractions of a second are cut off.
    /// </remarks>
    public static EntityTypeBuilder<TEntity> HasTimeToLive<TEntity>(
        this EntityTypeBuilder<TEntity> entityTypeBuilder,
        Expression<Func<TEntity, object?>> property)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        return (EntityTypeBuilder<TEntity>)HasTimeToLive(
            (EntityTypeBuilder)entityTypeBuilder,
            SecondaryIndexConfigurator.GetPropertyName(entityTypeBuilder.Metadata, property));
    }

    /// <inheritdoc cref="HasTimeToLive{TEntity}(EntityTypeBuilder{TEntity}, Expression{Func{TEntity, object}})" />
    /// <param name="entityTypeBuilder">The entity type.</param>
    /// <param name="propertyName">The name of the property; null for none.</param>
    public static EntityTypeBuilder HasTimeToLive(this EntityTypeBuilder entityTypeBuilder, string? propertyName)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        entityTypeBuilder.Metadata.SetOrRemoveAnnotation(DynamoAnnotationNames.TimeToLive, propertyName);
        return entityTypeBuilder;
    }

    private static KeyConfiguration Create(EntityTypeBuilder entityTypeBuilder, LambdaExpression template, string? attributeName)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        return KeyConfigurationFactory.Create(entityTypeBuilder.Metadata, template, attributeName);
    }

    private static KeyConfiguration Create(EntityTypeBuilder entityTypeBuilder, string template, string? attributeName)
    {
        ArgumentNullException.ThrowIfNull(entityTypeBuilder);
        return KeyConfigurationFactory.Create(entityTypeBuilder.Metadata, template, attributeName);
    }

    private static TBuilder SetKey<TBuilder>(TBuilder entityTypeBuilder, string annotationName, KeyConfiguration configuration)
        where TBuilder : EntityTypeBuilder
    {
        entityTypeBuilder.Metadata.SetAnnotation(annotationName, configuration);
        return entityTypeBuilder;
    }
}
