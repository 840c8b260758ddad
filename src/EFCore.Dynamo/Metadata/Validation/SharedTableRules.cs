using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>The entity types of one table agree on its keys and indexes, and their items can be told apart.</summary>
internal static class SharedTableRules
{
    public static void Validate(TableLayout table)
    {
        ValidateKeys(table);
        ValidateIndexes(table);
        ValidateKeyAttributeTypes(table);

        IEntityType[] types = [.. table.RootEntityTypes.SelectMany(root => root.GetConcreteDerivedTypesInclusive()).Cast<IEntityType>()];
        if (types.Length > 1)
        {
            ValidateDiscriminators(table, types);
        }
    }

    private static void ValidateKeys(TableLayout table)
    {
        var first = table.RootEntityTypes[0];
        foreach (var other in table.RootEntityTypes.Skip(1))
        {
            var layout = other.GetKeyLayout();
            if (!AreSame(table.PartitionKey, layout.PartitionKey))
            {
                throw new InvalidOperationException(
                    DynamoStrings.SharedKeyDiffers(
                        table.TableName,
                        "partition key",
                        "HasPartitionKey",
                        first.DisplayName(),
                        Describe(table.PartitionKey),
                        other.DisplayName(),
                        Describe(layout.PartitionKey)));
            }

            if (table.SortKey is null != layout.SortKey is null
                || (table.SortKey is not null && layout.SortKey is not null && !AreSame(table.SortKey, layout.SortKey)))
            {
                throw new InvalidOperationException(
                    DynamoStrings.SharedKeyDiffers(
                        table.TableName,
                        "sort key",
                        "HasSortKey",
                        first.DisplayName(),
                        Describe(table.SortKey),
                        other.DisplayName(),
                        Describe(layout.SortKey)));
            }
        }
    }

    private static void ValidateIndexes(TableLayout table)
    {
        var seen = new Dictionary<string, (IEntityType EntityType, SecondaryIndexLayout Index)>(StringComparer.Ordinal);
        foreach (var entityType in table.RootEntityTypes.SelectMany(root => root.GetDerivedTypesInclusive()).Cast<IEntityType>())
        {
            foreach (var index in entityType.GetSecondaryIndexes())
            {
                if (seen.TryAdd(index.Name, (entityType, index)))
                {
                    continue;
                }

                var (otherType, other) = seen[index.Name];
                if (other.IsGlobal != index.IsGlobal
                    || !AreSame(other.PartitionKeys, index.PartitionKeys)
                    || !AreSame(other.SortKeys, index.SortKeys)
                    || other.Projection.ProjectionType != index.Projection.ProjectionType)
                {
                    throw new InvalidOperationException(
                        DynamoStrings.SharedIndexDiffers(
                            table.TableName, index.Name, otherType.DisplayName(), Describe(other), entityType.DisplayName(), Describe(index)));
                }
            }
        }
    }

    // One attribute has one type in all keys that use it.
    private static void ValidateKeyAttributeTypes(TableLayout table)
    {
        var types = new Dictionary<string, KeyComponent>(StringComparer.Ordinal);
        var components = table.SecondaryIndexes
            .SelectMany(index => index.PartitionKeys.Concat(index.SortKeys))
            .Prepend(table.SortKey)
            .Prepend(table.PartitionKey)
            .OfType<KeyComponent>();
        foreach (var component in components)
        {
            if (!types.TryAdd(component.AttributeName, component) && types[component.AttributeName].AttributeType != component.AttributeType)
            {
                throw new InvalidOperationException(
                    DynamoStrings.KeyAttributeTypesDiffer(
                        table.TableName,
                        component.AttributeName,
                        types[component.AttributeName].AttributeType.ToString(),
                        component.AttributeType.ToString()));
            }
        }
    }

    private static void ValidateDiscriminators(TableLayout table, IEntityType[] types)
    {
        var attributeName = types[0].FindDiscriminatorProperty()?.GetAttributeName();

        // As they are stored: to DynamoDB 1 and 1L are one number, and an enum's value is that of its number.
        var owners = new Dictionary<AttributeValue, IEntityType>();
        foreach (var type in types)
        {
            if (type.FindDiscriminatorProperty() is not { } property || type.GetDiscriminatorValue() is not { } value)
            {
                throw new InvalidOperationException(DynamoStrings.NoDiscriminator(table.TableName, type.DisplayName()));
            }

            if (!string.Equals(property.GetAttributeName(), attributeName, StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    DynamoStrings.DiscriminatorsDiffer(
                        table.TableName, types[0].DisplayName(), attributeName ?? "", type.DisplayName(), property.GetAttributeName()));
            }

            var stored = ((DynamoTypeMapping)property.GetTypeMapping()).Codec.ToAttributeValue(value);
            if (!owners.TryAdd(stored, type))
            {
                throw new InvalidOperationException(
                    DynamoStrings.DiscriminatorValueTwice(table.TableName, owners[stored].DisplayName(), type.DisplayName(), value));
            }
        }
    }

    private static bool AreSame(IReadOnlyList<KeyComponent> left, IReadOnlyList<KeyComponent> right)
        => left.Count == right.Count && left.Zip(right).All(pair => AreSame(pair.First, pair.Second));

    private static bool AreSame(KeyComponent left, KeyComponent right)
        => string.Equals(left.AttributeName, right.AttributeName, StringComparison.Ordinal) && left.AttributeType == right.AttributeType;

    private static string Describe(KeyComponent? component) => component is null ? "none" : $"'{component.AttributeName}' ({component.AttributeType})";

    private static string Describe(SecondaryIndexLayout index)
        => $"{(index.IsGlobal ? "global" : "local")}, {string.Join(
            ", ", index.PartitionKeys.Concat(index.SortKeys).Select(Describe))}, {index.Projection.ProjectionType}";
}
