using System.Linq.Expressions;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Builders;

/// <summary>What the builders of both kinds of index share.</summary>
internal static class SecondaryIndexConfigurator
{
    public static void Change(
        IMutableEntityType entityType,
        string name,
        bool isGlobal,
        Func<SecondaryIndexConfiguration, SecondaryIndexConfiguration> change)
    {
        var current = entityType.GetDeclaredIndexConfigurations().FirstOrDefault(index => string.Equals(index.Name, name, StringComparison.Ordinal));
        if (current is not null && current.IsGlobal != isGlobal)
        {
            throw new InvalidOperationException(DynamoStrings.IndexKindConflict(entityType.DisplayName(), name));
        }

        entityType.SetIndexConfiguration(change(current ?? new SecondaryIndexConfiguration(name, isGlobal)));
    }

    public static SecondaryIndexConfiguration Apply(
        IReadOnlyEntityType entityType,
        SecondaryIndexConfiguration configuration,
        ProjectionType projectionType,
        string[] includedProperties)
    {
        ArgumentNullException.ThrowIfNull(includedProperties);
        if (!Enum.IsDefined(projectionType))
        {
            throw new ArgumentOutOfRangeException(nameof(projectionType), projectionType, DynamoStrings.UnknownProjectionType);
        }

        return (projectionType == ProjectionType.Include) == (includedProperties.Length > 0)
            ? configuration with { ProjectionType = projectionType, IncludedProperties = includedProperties }
            : throw new InvalidOperationException(DynamoStrings.IndexProjectionMismatch(entityType.DisplayName(), configuration.Name));
    }

    /// <summary>The names of the properties that lambdas such as <c>o => o.Total</c> name.</summary>
    public static string[] GetPropertyNames(IReadOnlyEntityType entityType, IReadOnlyList<LambdaExpression> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return [.. properties.Select(property => GetPropertyName(entityType, property))];
    }

    public static string GetPropertyName(IReadOnlyEntityType entityType, LambdaExpression property)
    {
        ArgumentNullException.ThrowIfNull(property);
        try
        {
            var template = KeyTemplate.FromExpression(property);
            if (template.IsSingleProperty)
            {
                return template.Holes[0].MemberPath;
            }
        }
        catch (KeyTemplateException)
        {
            // Said below, in words that fit a property.
        }

        throw new InvalidOperationException(DynamoStrings.NotAProperty(entityType.DisplayName(), property.ToString()));
    }
}
