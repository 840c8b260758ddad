using EFCore.Dynamo.Metadata;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Attribute names in <c>OnModelCreating</c>: <c>HasAttributeName</c> on everything that becomes an attribute of an item or of a map.</summary>
public static class DynamoPropertyBuilderExtensions
{
    /// <summary>Names the attribute that holds the property; by default it has the property's name.</summary>
    public static PropertyBuilder HasAttributeName(this PropertyBuilder propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <inheritdoc cref="HasAttributeName(PropertyBuilder, string)" />
    public static PropertyBuilder<TProperty> HasAttributeName<TProperty>(this PropertyBuilder<TProperty> propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <summary>Names the attribute that holds the list or set; by default it has the property's name.</summary>
    public static PrimitiveCollectionBuilder HasAttributeName(this PrimitiveCollectionBuilder primitiveCollectionBuilder, string? name)
        => Set(primitiveCollectionBuilder, primitiveCollectionBuilder?.Metadata, name);

    /// <inheritdoc cref="HasAttributeName(PrimitiveCollectionBuilder, string)" />
    public static PrimitiveCollectionBuilder<TProperty> HasAttributeName<TProperty>(
        this PrimitiveCollectionBuilder<TProperty> primitiveCollectionBuilder,
        string? name)
        => Set(primitiveCollectionBuilder, primitiveCollectionBuilder?.Metadata, name);

    /// <summary>Names the attribute that holds the complex property as a map; by default it has the property's name.</summary>
    public static ComplexPropertyBuilder HasAttributeName(this ComplexPropertyBuilder propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <inheritdoc cref="HasAttributeName(ComplexPropertyBuilder, string)" />
    public static ComplexPropertyBuilder<TComplex> HasAttributeName<TComplex>(this ComplexPropertyBuilder<TComplex> propertyBuilder, string? name)
        where TComplex : notnull
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <summary>Names the attribute that holds the complex collection as a list of maps; by default it has the property's name.</summary>
    public static ComplexCollectionBuilder HasAttributeName(this ComplexCollectionBuilder propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <inheritdoc cref="HasAttributeName(ComplexCollectionBuilder, string)" />
    public static ComplexCollectionBuilder<TElement> HasAttributeName<TElement>(this ComplexCollectionBuilder<TElement> propertyBuilder, string? name)
        where TElement : notnull
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <summary>Names the entry of the map that holds the property of a complex type; by default it has the property's name.</summary>
    public static ComplexTypePropertyBuilder HasAttributeName(this ComplexTypePropertyBuilder propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <inheritdoc cref="HasAttributeName(ComplexTypePropertyBuilder, string)" />
    public static ComplexTypePropertyBuilder<TProperty> HasAttributeName<TProperty>(this ComplexTypePropertyBuilder<TProperty> propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <summary>Names the entry of the map that holds the list or set of a complex type; by default it has the property's name.</summary>
    public static ComplexTypePrimitiveCollectionBuilder HasAttributeName(this ComplexTypePrimitiveCollectionBuilder propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <inheritdoc cref="HasAttributeName(ComplexTypePrimitiveCollectionBuilder, string)" />
    public static ComplexTypePrimitiveCollectionBuilder<TProperty> HasAttributeName<TProperty>(
        this ComplexTypePrimitiveCollectionBuilder<TProperty> propertyBuilder,
        string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <summary>Names the entry of the maps that holds the property of a complex collection's elements; by default it has the property's name.</summary>
    public static ComplexCollectionTypePropertyBuilder HasAttributeName(this ComplexCollectionTypePropertyBuilder propertyBuilder, string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <inheritdoc cref="HasAttributeName(ComplexCollectionTypePropertyBuilder, string)" />
    public static ComplexCollectionTypePropertyBuilder<TProperty> HasAttributeName<TProperty>(
        this ComplexCollectionTypePropertyBuilder<TProperty> propertyBuilder,
        string? name)
        => Set(propertyBuilder, propertyBuilder?.Metadata, name);

    /// <summary>
    ///     Names the attribute that holds the owned type as a map, or the owned types as a list of maps; by default it has the navigation's name.
    /// </summary>
    public static OwnedNavigationBuilder HasAttributeName(this OwnedNavigationBuilder ownedNavigationBuilder, string? name)
        => Set(ownedNavigationBuilder, ownedNavigationBuilder?.Metadata.PrincipalToDependent, name);

    /// <inheritdoc cref="HasAttributeName(OwnedNavigationBuilder, string)" />
    public static OwnedNavigationBuilder<TOwnerEntity, TDependentEntity> HasAttributeName<TOwnerEntity, TDependentEntity>(
        this OwnedNavigationBuilder<TOwnerEntity, TDependentEntity> ownedNavigationBuilder,
        string? name)
        where TOwnerEntity : class
        where TDependentEntity : class
        => Set(ownedNavigationBuilder, ownedNavigationBuilder?.Metadata.PrincipalToDependent, name);

    private static TBuilder Set<TBuilder>(TBuilder? builder, IMutablePropertyBase? property, string? name)
        where TBuilder : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (name is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
        }

        if (property is null)
        {
            throw new InvalidOperationException(DynamoStrings.OwnershipWithoutNavigation);
        }

        property.SetOrRemoveAnnotation(DynamoAnnotationNames.AttributeName, name);
        return builder;
    }
}
