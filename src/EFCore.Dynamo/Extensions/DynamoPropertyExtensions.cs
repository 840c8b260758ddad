using EFCore.Dynamo.Metadata;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Microsoft.EntityFrameworkCore;

/// <summary>What the model says about properties and attributes.</summary>
public static class DynamoPropertyExtensions
{
    /// <summary>
    ///     The name of the attribute (of the item, or of the map that the declaring complex or owned type is) that holds the property: scalar or complex
    ///     property, or navigation to an owned type.
    /// </summary>
    public static string GetAttributeName(this IReadOnlyPropertyBase property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return (string?)property[DynamoAnnotationNames.AttributeName] ?? property.Name;
    }

    /// <summary>
    ///     Whether the property has an attribute. The keys that an owned type shares with its owner, and the position of an owned type in its list, have none:
    ///     they follow from where the map is.
    /// </summary>
    public static bool IsStored(this IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.DeclaringType is not IReadOnlyEntityType entityType
            || entityType.FindOwnership() is not { } ownership
            || (!ownership.Properties.Contains(property) && !property.IsOrdinal());
    }

    /// <summary>Whether the property is the position (from 1) of an owned type in its list, part of EF's key by convention.</summary>
    public static bool IsOrdinal(this IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.IsShadowProperty()
            && property.ClrType == typeof(int)
            && (property.Name is DynamoAnnotationNames.OrdinalPropertyName or DynamoAnnotationNames.OtherOrdinalPropertyName)
            && property.IsPrimaryKey()
            && property.DeclaringType is IReadOnlyEntityType entityType
            && entityType.FindOwnership() is { IsUnique: false };
    }
}
