using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>The service's limits of a table and its indexes.</summary>
internal static class TableRules
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    private const int MaxGlobalIndexes = 20;
    private const int MaxLocalIndexes = 5;
    private const int MaxIncludedAttributes = 20;
    private const int MaxIncludedAttributesOfTable = 100;
    private const int MinNameLength = 3;
    private const int MaxNameLength = 255;

    public static void Validate(TableLayout table)
    {
        var entityType = table.RootEntityTypes[0].DisplayName();
        if (!IsName(table.TableName))
        {
            throw new InvalidOperationException(DynamoStrings.TableNameInvalid(entityType, table.TableName));
        }

        foreach (var index in table.SecondaryIndexes)
        {
            if (!IsName(index.Name))
            {
                throw new InvalidOperationException(DynamoStrings.IndexNameInvalid(entityType, index.Name));
            }

            if (index.Projection.NonKeyAttributes?.Count > MaxIncludedAttributes)
            {
                throw new InvalidOperationException(DynamoStrings.IndexIncludesTooMuch(table.TableName, index.Name, MaxIncludedAttributes));
            }
        }

        if (table.SecondaryIndexes.Count(index => index.IsGlobal) > MaxGlobalIndexes)
        {
            throw new InvalidOperationException(DynamoStrings.TooManyIndexes(table.TableName, MaxGlobalIndexes, "global", "HasGlobalSecondaryIndex"));
        }

        if (table.SecondaryIndexes.Count(index => !index.IsGlobal) > MaxLocalIndexes)
        {
            throw new InvalidOperationException(DynamoStrings.TooManyIndexes(table.TableName, MaxLocalIndexes, "local", "HasLocalSecondaryIndex"));
        }

        if (table.SecondaryIndexes.Sum(index => index.Projection.NonKeyAttributes?.Count ?? 0) > MaxIncludedAttributesOfTable)
        {
            throw new InvalidOperationException(DynamoStrings.TableIncludesTooMuch(table.TableName, MaxIncludedAttributesOfTable));
        }
    }

    private static bool IsName(string name)
        => name.Length is >= MinNameLength and <= MaxNameLength && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
}
