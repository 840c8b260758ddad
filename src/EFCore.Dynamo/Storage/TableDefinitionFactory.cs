using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Storage;

/// <summary>Table layouts in the words of the service.</summary>
internal static class TableDefinitionFactory
{
    /// <summary>The request that creates the table with all its indexes, paid per request.</summary>
    public static CreateTableRequest CreateRequest(TableLayout table)
        => new()
        {
            TableName = table.TableName,
            AttributeDefinitions = GetAttributeDefinitions(table),
            KeySchema = GetKeySchema([table.PartitionKey], table.SortKey is null ? [] : [table.SortKey]),
            GlobalSecondaryIndexes = NullIfEmpty(table.SecondaryIndexes
                .Where(index => index.IsGlobal)
                .Select(index => new GlobalSecondaryIndex(index.Name, GetKeySchema(index.PartitionKeys, index.SortKeys), index.Projection))),
            LocalSecondaryIndexes = NullIfEmpty(table.SecondaryIndexes
                .Where(index => !index.IsGlobal)
                .Select(index => new LocalSecondaryIndex(index.Name, GetKeySchema(index.PartitionKeys, index.SortKeys), index.Projection))),
            BillingMode = BillingMode.PayPerRequest,
        };

    /// <summary>Where a table that exists differs from the model in a way that no query or write would survive.</summary>
    /// <returns>What differs, as the end of a sentence; null where the table will do.</returns>
    public static string? FindDifference(TableLayout table, TableDescription description)
    {
        if (!HasKeySchema(description.KeySchema, [table.PartitionKey], table.SortKey is null ? [] : [table.SortKey]))
        {
            return $"its key is ({string.Join(", ", description.KeySchema.Select(key => key.AttributeName))})";
        }

        foreach (var index in table.SecondaryIndexes)
        {
            var keySchema = index.IsGlobal
                ? description.GlobalSecondaryIndexes?.FirstOrDefault(other => string.Equals(other.IndexName, index.Name, StringComparison.Ordinal))?.KeySchema
                : description.LocalSecondaryIndexes?.FirstOrDefault(other => string.Equals(other.IndexName, index.Name, StringComparison.Ordinal))?.KeySchema;
            if (keySchema is null)
            {
                return $"it has no {(index.IsGlobal ? "global" : "local")} secondary index '{index.Name}'";
            }

            if (!HasKeySchema(keySchema, index.PartitionKeys, index.SortKeys))
            {
                return $"the key of its index '{index.Name}' is ({string.Join(", ", keySchema.Select(key => key.AttributeName))})";
            }
        }

        return GetAttributeDefinitions(table)
            .Where(definition => description.AttributeDefinitions.Any(
                other => string.Equals(other.AttributeName, definition.AttributeName, StringComparison.Ordinal)
                    && other.AttributeType != definition.AttributeType))
            .Select(definition => $"its key attribute '{definition.AttributeName}' is not a {definition.AttributeType}")
            .FirstOrDefault();
    }

    private static AttributeDefinition[] GetAttributeDefinitions(TableLayout table)
        => [.. table.SecondaryIndexes
            .SelectMany(index => index.PartitionKeys.Concat(index.SortKeys))
            .Prepend(table.SortKey)
            .Prepend(table.PartitionKey)
            .OfType<KeyComponent>()
            .DistinctBy(component => component.AttributeName, StringComparer.Ordinal)
            .Select(component => new AttributeDefinition(component.AttributeName, component.AttributeType))];

    private static KeySchemaElement[] GetKeySchema(IReadOnlyList<KeyComponent> partitionKeys, IReadOnlyList<KeyComponent> sortKeys)
        => [.. partitionKeys.Select(key => new KeySchemaElement(key.AttributeName, KeyType.PartitionKey)),
            .. sortKeys.Select(key => new KeySchemaElement(key.AttributeName, KeyType.SortKey))];

    private static bool HasKeySchema(IReadOnlyList<KeySchemaElement> actual, IReadOnlyList<KeyComponent> partitionKeys, IReadOnlyList<KeyComponent> sortKeys)
        => actual.SequenceEqual(GetKeySchema(partitionKeys, sortKeys));

    private static T[]? NullIfEmpty<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } array ? array : null;
}
