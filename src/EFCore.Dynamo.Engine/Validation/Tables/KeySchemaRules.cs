using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>What every key schema must satisfy: of tables and local indexes (one or two attributes), of global indexes (up to four and four).</summary>
internal static class KeySchemaRules
{
    private const int MaxAttributesPerRole = 4;

    public static ServiceError? ValidateSimple(IReadOnlyList<KeySchemaElement> schema)
    {
        if (schema[0].KeyType != KeyType.PartitionKey)
        {
            return ServiceError.Validation(CreateTableTexts.FirstKeyIsNotPartitionKey);
        }

        if (schema.Count < 2)
        {
            return null;
        }

        if (schema[1].KeyType != KeyType.SortKey)
        {
            return ServiceError.Validation(CreateTableTexts.SecondKeyIsNotSortKey);
        }

        return HasSameNames(schema) ? ServiceError.Validation(CreateTableTexts.KeysHaveSameName) : null;
    }

    /// <summary>Whether both elements of a schema of two name one attribute.</summary>
    public static bool HasSameNames(IReadOnlyList<KeySchemaElement> schema)
        => schema.Count == 2 && string.Equals(schema[0].AttributeName, schema[1].AttributeName, StringComparison.Ordinal);

    public static ServiceError? ValidateMultiAttribute(IReadOnlyList<KeySchemaElement> schema)
    {
        if (schema[0].KeyType != KeyType.PartitionKey)
        {
            return ServiceError.Validation(CreateTableTexts.FirstKeyIsNotPartitionKey);
        }

        var partitionKeyCount = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < schema.Count; i++)
        {
            if (schema[i].KeyType == KeyType.PartitionKey && partitionKeyCount++ != i)
            {
                return ServiceError.Validation(CreateTableTexts.PartitionKeysMustComeFirst);
            }

            if (!names.Add(schema[i].AttributeName))
            {
                return ServiceError.Validation(CreateTableTexts.KeysHaveSameName);
            }
        }

        if (partitionKeyCount > MaxAttributesPerRole)
        {
            return ServiceError.Validation(CreateTableTexts.TooManyPartitionKeys);
        }

        return schema.Count - partitionKeyCount > MaxAttributesPerRole ? ServiceError.Validation(CreateTableTexts.TooManySortKeys) : null;
    }

    public static bool AllDefined(IReadOnlyList<KeySchemaElement> schema, IReadOnlyList<AttributeDefinition> definitions)
        => schema.All(element => definitions.Any(definition => string.Equals(definition.AttributeName, element.AttributeName, StringComparison.Ordinal)));

    public static ServiceError NotDefined(IReadOnlyList<KeySchemaElement> schema, CreateTableRequest request)
        => ServiceError.Validation(CreateTableTexts.KeysNotDefined(
            string.Join(", ", schema.Select(static element => element.AttributeName)), Names(request.AttributeDefinitions!)));

    public static string Names(IReadOnlyList<AttributeDefinition> definitions)
        => string.Join(", ", definitions.Select(static definition => definition.AttributeName));
}
