using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>
///     Computes layouts from configuration and EF's keys, once an entity type; the validator calls it first, so what it throws a user sees at start.
/// </summary>
internal static class KeyLayoutFactory
{
    public const string PartitionKeyAttributeName = "PK";
    public const string SortKeyAttributeName = "SK";

    public static EntityKeyLayout CreateKeyLayout(IEntityType entityType)
    {
        var tableName = entityType.GetDynamoTableName()
            ?? throw new InvalidOperationException(DynamoStrings.NestedTypeHasNoKey(entityType.DisplayName()));
        var (partitionKey, sortKey) = GetKeyConfigurations(entityType);
        var partitionKeyComponent = CreateComponent(entityType, partitionKey, PartitionKeyAttributeName);
        var sortKeyComponent = sortKey is null ? null : CreateComponent(entityType, sortKey, SortKeyAttributeName);
        return new EntityKeyLayout(entityType, tableName, partitionKeyComponent, sortKeyComponent)
        {
            IsCoveredByPrimaryKey = IsCovered(entityType, partitionKeyComponent) && (sortKeyComponent is null || IsCovered(entityType, sortKeyComponent)),
        };
    }

    public static IReadOnlyList<SecondaryIndexLayout> CreateSecondaryIndexes(IEntityType entityType)
        => entityType.IsNested()
            ? []
            : [.. entityType.GetAllBaseTypesInclusive().SelectMany(type => type.GetDeclaredIndexConfigurations().Select(index => CreateIndex(type, index)))];

    private static (KeyConfiguration PartitionKey, KeyConfiguration? SortKey) GetKeyConfigurations(IEntityType entityType)
    {
        if (entityType.FindPartitionKeyConfiguration() is { } partitionKey)
        {
            return (partitionKey, entityType.FindSortKeyConfiguration());
        }

        if (entityType.FindSortKeyConfiguration() is not null)
        {
            throw new InvalidOperationException(DynamoStrings.SortKeyWithoutPartitionKey(entityType.DisplayName()));
        }

        // Without templates EF's key is the item's: one property the partition key, a second one the sort key.
        return entityType.FindPrimaryKey()?.Properties switch
        {
            [var only] => (OfProperty(only), null),
            [var first, var second] => (OfProperty(first), OfProperty(second)),
            null => throw new InvalidOperationException(DynamoStrings.NoKey(entityType.DisplayName())),
            var properties => throw new InvalidOperationException(
                DynamoStrings.KeyOfManyProperties(entityType.DisplayName(), string.Join(", ", properties.Select(property => property.Name)))),
        };

        static KeyConfiguration OfProperty(IProperty property) => new(KeyTemplate.ForProperty(property.Name).ToString(), AttributeName: null);
    }

    private static SecondaryIndexLayout CreateIndex(IEntityType entityType, SecondaryIndexConfiguration index)
    {
        KeyComponent[] partitionKeys = index.IsGlobal
            ? [.. index.PartitionKeys.Select((key, position) => CreateComponent(entityType, key, Default(PartitionKeyAttributeName, position)))]
            : [entityType.GetKeyLayout().PartitionKey];
        KeyComponent[] sortKeys = [.. index.SortKeys.Select((key, position) => CreateComponent(entityType, key, Default(SortKeyAttributeName, position)))];
        return new SecondaryIndexLayout(index.Name, index.IsGlobal, partitionKeys, sortKeys, CreateProjection(entityType, index));

        string Default(string suffix, int position) => position == 0 ? index.Name + suffix : $"{index.Name}{suffix}{position + 1}";
    }

    private static Projection CreateProjection(IEntityType entityType, SecondaryIndexConfiguration index)
    {
        if (index.ProjectionType != ProjectionType.Include)
        {
            return new Projection(index.ProjectionType);
        }

        var names = index.IncludedProperties
            .Select(name => (FindMember(entityType, name)
                ?? throw new InvalidOperationException(DynamoStrings.UnknownIncludedProperty(entityType.DisplayName(), index.Name, name)))
                .GetAttributeName())
            .ToHashSet(StringComparer.Ordinal);

        // Without it an item of a shared table could not be told from those of the other entity types.
        if (entityType.FindDiscriminatorProperty() is { } discriminator)
        {
            names.Add(discriminator.GetAttributeName());
        }

        return new Projection(ProjectionType.Include, [.. names.Order(StringComparer.Ordinal)]);
    }

    private static IReadOnlyPropertyBase? FindMember(IEntityType entityType, string name)
        => entityType.FindProperty(name)
            ?? entityType.FindComplexProperty(name)
            ?? (IReadOnlyPropertyBase?)entityType.FindNavigation(name);

    private static KeyComponent CreateComponent(IEntityType entityType, KeyConfiguration configuration, string defaultAttributeName)
    {
        var template = configuration.ParseTemplate(entityType);
        var paths = template.Holes.DistinctBy(hole => hole.MemberPath, StringComparer.Ordinal).ToDictionary(
            hole => hole.MemberPath,
            hole => KeyHoleBinder.FindPath(entityType, hole.MemberPath)
                ?? throw new InvalidOperationException(DynamoStrings.KeyTemplateUnknownMember(entityType.DisplayName(), template.ToString(), hole.MemberPath)),
            StringComparer.Ordinal);

        template = template.WithTypes(path => KeyHoleBinder.GetFormattedType((IProperty)paths[path][^1]));
        KeyHole[] holes = [.. template.Holes.Select(hole => KeyHoleBinder.Bind(hole, paths[hole.MemberPath]))];
        if (!template.IsSingleProperty)
        {
            return new KeyComponent(configuration.AttributeName ?? defaultAttributeName, template, holes, property: null, StringCodec.Instance)
            {
                IsComputed = true,
            };
        }

        // A property of a complex type has no attribute of the item itself: its key attribute is a copy.
        var property = holes[0].Property;
        var isOwnAttribute = holes[0].Path.Count == 1
            && (configuration.AttributeName is null || string.Equals(configuration.AttributeName, property.GetAttributeName(), StringComparison.Ordinal));
        var attributeName = isOwnAttribute
            ? property.GetAttributeName()
            : configuration.AttributeName ?? defaultAttributeName;
        return new KeyComponent(attributeName, template, holes, property, GetCodec(entityType, property)) { IsComputed = !isOwnAttribute };
    }

    private static AttributeValueCodec GetCodec(IEntityType entityType, IProperty property)
        => property.FindTypeMapping() is DynamoTypeMapping mapping
            ? mapping.ForKeys().Codec
            : throw new InvalidOperationException(
                DynamoStrings.PropertyTypeUnsupported(entityType.DisplayName(), property.Name, property.ClrType.ToString()));

    private static bool IsCovered(IEntityType entityType, KeyComponent component)
        => component.Holes.All(hole => hole.Path.Count == 1 && (entityType.FindPrimaryKey()?.Properties.Contains(hole.Property) ?? false));
}
