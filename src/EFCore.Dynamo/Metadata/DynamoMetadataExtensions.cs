using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata;

/// <summary>The configuration as annotations: how it is stored, and read back before the model is final.</summary>
internal static class DynamoMetadataExtensions
{
    public static KeyConfiguration? FindPartitionKeyConfiguration(this IReadOnlyEntityType entityType)
        => (KeyConfiguration?)entityType.GetRootType()[DynamoAnnotationNames.PartitionKey];

    public static KeyConfiguration? FindSortKeyConfiguration(this IReadOnlyEntityType entityType)
        => (KeyConfiguration?)entityType.GetRootType()[DynamoAnnotationNames.SortKey];

    /// <summary>The indexes that this entity type itself declares, in the order of their declaration.</summary>
    public static IReadOnlyList<SecondaryIndexConfiguration> GetDeclaredIndexConfigurations(this IReadOnlyEntityType entityType)
        => (IReadOnlyList<SecondaryIndexConfiguration>?)entityType[DynamoAnnotationNames.SecondaryIndexes] ?? [];

    /// <summary>Adds the index, or changes it when the entity type has one of that name.</summary>
    public static void SetIndexConfiguration(this IMutableEntityType entityType, SecondaryIndexConfiguration configuration)
    {
        SecondaryIndexConfiguration[] others =
            [.. entityType.GetDeclaredIndexConfigurations().Where(index => !string.Equals(index.Name, configuration.Name, StringComparison.Ordinal))];
        entityType.SetAnnotation(DynamoAnnotationNames.SecondaryIndexes, (SecondaryIndexConfiguration[])[.. others, configuration]);
    }

    /// <summary>Whether the property alone is a key of its table or of an index, so that its attribute is compared as a whole.</summary>
    public static bool IsBareKey(this IReadOnlyProperty property)
    {
        if (property.DeclaringType is not IReadOnlyEntityType entityType)
        {
            return false;
        }

        var template = KeyTemplate.ForProperty(property.Name).ToString();
        return property.IsPrimaryKey()
            || entityType.GetRootType().GetDerivedTypesInclusive()
                .SelectMany(type => type.GetDeclaredIndexConfigurations().SelectMany(index => index.PartitionKeys.Concat(index.SortKeys)))
                .Append(entityType.FindPartitionKeyConfiguration())
                .Append(entityType.FindSortKeyConfiguration())
                .Any(key => string.Equals(key?.Template, template, StringComparison.Ordinal));
    }

    /// <summary>The template of a configuration.</summary>
    /// <exception cref="InvalidOperationException">It cannot be parsed; the text names the entity type.</exception>
    public static KeyTemplate ParseTemplate(this KeyConfiguration configuration, IReadOnlyEntityType entityType)
    {
        try
        {
            return KeyTemplate.Parse(configuration.Template);
        }
        catch (KeyTemplateException exception)
        {
            throw new InvalidOperationException(DynamoStrings.KeyTemplateInvalid(entityType.DisplayName(), exception.Message), exception);
        }
    }
}
