using EFCore.Dynamo.Keys;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>EF's key by convention: the properties in the two key templates, so that <c>Find</c> is one GetItem; without templates, EF's own rule.</summary>
/// <remarks>
///     The order is that of the templates: partition key, then sort key. An owned type in a list gets its owner's key and its position in the list,
///     whatever properties it has itself: within an item nothing else is sure to be unique.
/// </remarks>
internal sealed class DynamoKeyDiscoveryConvention(ProviderConventionSetBuilderDependencies dependencies)
    : KeyDiscoveryConvention(dependencies), IEntityTypeAnnotationChangedConvention
{
    public void ProcessEntityTypeAnnotationChanged(
        IConventionEntityTypeBuilder entityTypeBuilder,
        string name,
        IConventionAnnotation? annotation,
        IConventionAnnotation? oldAnnotation,
        IConventionContext<IConventionAnnotation> context)
    {
        if (name is DynamoAnnotationNames.PartitionKey or DynamoAnnotationNames.SortKey)
        {
            TryConfigurePrimaryKey(entityTypeBuilder);
        }
    }

    protected override List<IConventionProperty>? DiscoverKeyProperties(IConventionEntityType entityType)
        => DiscoverOrdinalKey(entityType) ?? DiscoverTemplateKey(entityType) ?? base.DiscoverKeyProperties(entityType);

    private static List<IConventionProperty>? DiscoverOrdinalKey(IConventionEntityType entityType)
    {
        if (entityType.FindOwnership() is not { IsUnique: false } ownership || ownership.DeclaringEntityType != entityType)
        {
            return null;
        }

        var ordinal = entityType.FindProperty(DynamoAnnotationNames.OrdinalPropertyName)
            ?? entityType.Builder.Property(typeof(int), DynamoAnnotationNames.OrdinalPropertyName)?.IsRequired(required: true)?.Metadata;
        return ordinal is null ? null : [.. ownership.Properties, ordinal];
    }

    private static List<IConventionProperty>? DiscoverTemplateKey(IConventionEntityType entityType)
    {
        if (entityType.FindPartitionKeyConfiguration() is not { } partitionKey)
        {
            return null;
        }

        var properties = new List<IConventionProperty>();
        foreach (var hole in GetHoles(entityType, partitionKey).Concat(GetHoles(entityType, entityType.FindSortKeyConfiguration())))
        {
            // A path through a complex property cannot be in a key of EF's; an unknown member may still be added.
            if (entityType.FindProperty(hole.MemberPath) is not { } property)
            {
                return null;
            }

            if (!properties.Contains(property))
            {
                properties.Add(property);
            }
        }

        return properties.Count == 0 ? null : properties;
    }

    private static IEnumerable<KeyTemplateHole> GetHoles(IConventionEntityType entityType, KeyConfiguration? configuration)
        => configuration?.ParseTemplate(entityType).Holes ?? [];
}
