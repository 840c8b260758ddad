using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>Finds what a model says in the words of another provider and DynamoDB cannot do.</summary>
/// <remarks>A model that was written for a relational database runs here, but nobody may believe in a check constraint that nobody checks.</remarks>
internal static class IgnoredConfiguration
{
    // EF's proxies are no provider's: what they remember in the model, they honor themselves.
    private const string ProxiesPrefix = "Proxies:";

    /// <summary>One text a call, with the places where it is made; empty in a model that has only this provider's configuration.</summary>
    public static IReadOnlyList<string> Find(IModel model)
        => [.. FindAll(model)
            .GroupBy(static found => found.Call, static found => found.Place, StringComparer.Ordinal)
            .OrderBy(static call => call.Key, StringComparer.Ordinal)
            .Select(static call => $"{call.Key} ({string.Join(", ", call.Distinct(StringComparer.Ordinal))})")];

    private static IEnumerable<(string Call, string Place)> FindAll(IModel model)
    {
        var found = FindAnnotations(model, "the model");
        foreach (var entityType in model.GetEntityTypes())
        {
            var name = entityType.DisplayName();
            found = found
                .Concat(FindAnnotations(entityType, name).Where(annotation => !IsHonored(entityType, annotation.Annotation)))
                .Concat(FindMembers(entityType))
                .Concat(entityType.GetDeclaredIndexes().SelectMany(index => FindAnnotations(index, Join(name, index.Properties))))
                .Concat(entityType.GetDeclaredKeys().SelectMany(key => FindAnnotations(key, Join(name, key.Properties))))
                .Concat(entityType.GetDeclaredForeignKeys().SelectMany(key => FindAnnotations(key, Join(name, key.Properties))))
                .Concat(entityType.GetDeclaredTriggers().Select(_ => ("Relational:HasTrigger", name)));
        }

        return found.Select(static annotation => (FindCall(annotation.Annotation), annotation.Place));
    }

    private static IEnumerable<(string Annotation, string Place)> FindMembers(ITypeBase type)
        => type.GetDeclaredProperties()
            .SelectMany(
                property => FindAnnotations(property, $"{type.DisplayName()}.{property.Name}").Where(annotation => !IsHonored(property, annotation.Annotation)))
            .Concat(type.GetDeclaredComplexProperties().SelectMany(static property => FindMembers(property.ComplexType)));

    private static IEnumerable<(string Annotation, string Place)> FindAnnotations(IReadOnlyAnnotatable annotatable, string place)
        => annotatable.GetAnnotations()
            .Where(static annotation => annotation.Value is not (null or false) && IsForeign(annotation.Name))
            .Select(annotation => (annotation.Name, place));

    // Providers have prefixes for their annotations; EF itself has one for what its conventions remember.
    private static bool IsForeign(string name)
        => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var end
            && !name.StartsWith(DynamoAnnotationNames.Prefix, StringComparison.Ordinal)
            && !name.StartsWith(ProxiesPrefix, StringComparison.Ordinal)
            && !name.AsSpan(0, end).EndsWith("Convention", StringComparison.Ordinal)
            && !RelationalAnnotationNames.Meaningless.Contains(name);

    private static bool IsHonored(IEntityType entityType, string annotationName)
        => annotationName switch
        {
            RelationalAnnotationNames.TableName => !entityType.IsNested()
                && (entityType.BaseType is null
                || string.Equals((string?)entityType[annotationName], entityType.GetDynamoTableName(), StringComparison.Ordinal)),
            RelationalAnnotationNames.MappingStrategy => string.Equals((string?)entityType[annotationName], "TPH", StringComparison.Ordinal),
            RelationalAnnotationNames.ContainerColumnName or RelationalAnnotationNames.JsonPropertyName => entityType.IsNested(),
            _ => false,
        };

    private static bool IsHonored(IProperty property, string annotationName)
        => annotationName switch
        {
            RelationalAnnotationNames.ColumnName or RelationalAnnotationNames.JsonPropertyName => true,
            RelationalAnnotationNames.DefaultValue => property.GetValueGeneratorFactory() is not null,
            _ => false,
        };

    private static string FindCall(string annotationName)
        => RelationalAnnotationNames.Calls.TryGetValue(annotationName, out var call) ? call : annotationName;

    private static string Join(string entityType, IEnumerable<IReadOnlyProperty> properties)
        => $"{entityType}.{string.Join('+', properties.Select(static property => property.Name))}";
}
