using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>Table and keys belong to a hierarchy's root: its items are of one table and one key.</summary>
internal static class InheritanceRules
{
    private static readonly (string Annotation, string Call)[] RootOnly =
    [
        (DynamoAnnotationNames.TableName, "ToDynamoTable"),
        (DynamoAnnotationNames.PartitionKey, "HasPartitionKey"),
        (DynamoAnnotationNames.SortKey, "HasSortKey"),
    ];

    public static void Validate(IEntityType entityType)
    {
        if (entityType.BaseType is null)
        {
            return;
        }

        foreach (var (annotation, call) in RootOnly)
        {
            if (entityType.FindAnnotation(annotation) is not null)
            {
                throw new InvalidOperationException(DynamoStrings.NotOnRoot(entityType.DisplayName(), entityType.GetRootType().DisplayName(), call));
            }
        }
    }
}
