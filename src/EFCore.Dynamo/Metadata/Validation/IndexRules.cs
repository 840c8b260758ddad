using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>The indexes that an entity type declares, each by itself.</summary>
internal static class IndexRules
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html
    private const int MaxKeyAttributes = 4;

    public static void Validate(IEntityType entityType)
    {
        foreach (var index in entityType.GetSecondaryIndexes())
        {
            if (index.IsGlobal)
            {
                ValidateGlobal(entityType, index);
            }
            else
            {
                ValidateLocal(entityType, index);
            }

            foreach (var component in index.PartitionKeys)
            {
                KeyRules.ValidateComponent(entityType, component, "HasPartitionKey");
            }

            foreach (var component in index.SortKeys)
            {
                KeyRules.ValidateComponent(entityType, component, "HasSortKey");
            }

            ValidateDistinct(entityType, index);
        }
    }

    private static void ValidateGlobal(IEntityType entityType, SecondaryIndexLayout index)
    {
        if (index.PartitionKeys.Count == 0)
        {
            throw new InvalidOperationException(DynamoStrings.IndexWithoutPartitionKey(entityType.DisplayName(), index.Name));
        }

        if (index.PartitionKeys.Count > MaxKeyAttributes || index.SortKeys.Count > MaxKeyAttributes)
        {
            throw new InvalidOperationException(DynamoStrings.IndexWithTooManyKeys(entityType.DisplayName(), index.Name));
        }
    }

    private static void ValidateLocal(IEntityType entityType, SecondaryIndexLayout index)
    {
        if (index.SortKeys.Count == 0)
        {
            throw new InvalidOperationException(DynamoStrings.LocalIndexWithoutSortKey(entityType.DisplayName(), index.Name));
        }

        if (entityType.GetKeyLayout().SortKey is null)
        {
            throw new InvalidOperationException(DynamoStrings.LocalIndexWithoutTableSortKey(entityType.DisplayName(), index.Name));
        }
    }

    private static void ValidateDistinct(IEntityType entityType, SecondaryIndexLayout index)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in index.PartitionKeys.Concat(index.SortKeys))
        {
            if (!names.Add(component.AttributeName))
            {
                throw new InvalidOperationException(DynamoStrings.IndexKeysShareAttribute(entityType.DisplayName(), index.Name, component.AttributeName));
            }
        }
    }
}
