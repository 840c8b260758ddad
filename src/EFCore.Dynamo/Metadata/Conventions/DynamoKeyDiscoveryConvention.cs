using System.Reflection;
using EFCore.Dynamo.Keys;
using Microsoft.EntityFrameworkCore;
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
    : KeyDiscoveryConvention(dependencies), IEntityTypeAnnotationChangedConvention, IEntityTypePrimaryKeyChangedConvention, IModelFinalizingConvention
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

    /// <remarks>
    ///     A position alone, as in <c>HasKey("Id")</c>, is no key: another owner's list has the same ones. It is taken back, and the convention's key is that
    ///     and more.
    /// </remarks>
    public void ProcessEntityTypePrimaryKeyChanged(
        IConventionEntityTypeBuilder entityTypeBuilder,
        IConventionKey? newPrimaryKey,
        IConventionKey? previousPrimaryKey,
        IConventionContext<IConventionKey> context)
    {
        if (newPrimaryKey?.Properties is [var only] && only.IsOrdinal())
        {
            // The application's own configuration: only the mutable model takes it back. EF still holds the key object; it is removed at the end.
            ((IMutableEntityType)entityTypeBuilder.Metadata).SetPrimaryKey(properties: null);
        }
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entityType in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var key in entityType.GetDeclaredKeys().Where(
                static key => !key.IsPrimaryKey() && key.Properties is [var only] && only.IsOrdinal()).ToArray())
            {
                ((IMutableEntityType)entityType).RemoveKey(key.Properties);
            }
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

        var ordinal = FindOrdinal(entityType, DynamoAnnotationNames.OrdinalPropertyName)
            ?? FindOrdinal(entityType, DynamoAnnotationNames.OtherOrdinalPropertyName);
        return ordinal is null ? null : [.. ownership.Properties, ordinal];
    }

    // A property of the class has values of its own, and so has a shadow property of another type.
    private static IConventionProperty? FindOrdinal(IConventionEntityType entityType, string name)
        => entityType.FindProperty(name) is { } property
            ? property.IsShadowProperty() && property.ClrType == typeof(int) ? property : null
            : entityType.ClrType.GetMember(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Length == 0
                ? entityType.Builder.Property(typeof(int), name)?.IsRequired(required: true)?.Metadata
                : null;

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
