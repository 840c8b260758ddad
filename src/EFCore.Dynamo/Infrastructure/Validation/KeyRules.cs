using EFCore.Dynamo.Metadata;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Infrastructure.Validation;

/// <summary>An item's key: present, of a key type, unambiguous, and saying the same as EF's key.</summary>
internal static class KeyRules
{
    public static void Validate(IEntityType entityType)
    {
        if (entityType.BaseType is not null)
        {
            return;
        }

        // Says what is wrong with the configuration itself: unknown members, missing keys.
        var layout = entityType.GetKeyLayout();
        ValidateTableKey(entityType, layout.PartitionKey, "HasPartitionKey");
        if (layout.SortKey is { } sortKey)
        {
            ValidateTableKey(entityType, sortKey, "HasSortKey");
            if (string.Equals(layout.PartitionKey.AttributeName, sortKey.AttributeName, StringComparison.Ordinal))
            {
                throw new InvalidOperationException(DynamoStrings.KeysShareAttribute(entityType.DisplayName(), sortKey.AttributeName));
            }
        }

        ValidatePrimaryKey(entityType, layout);
    }

    /// <summary>What holds for the keys of tables and indexes.</summary>
    public static void ValidateComponent(IEntityType entityType, KeyComponent component, string call)
    {
        var type = component.AttributeType;
        if (type is not (AttributeType.String or AttributeType.Number or AttributeType.Binary))
        {
            throw new InvalidOperationException(
                DynamoStrings.KeyNotSortable(entityType.DisplayName(), component.Property!.Name, component.Property.ClrType.Name)); // a text is S
        }

        foreach (var hole in component.Holes)
        {
            if (component.Property is null && !KeyHoleBinder.IsFormattable(hole.Property))
            {
                throw new InvalidOperationException(
                    DynamoStrings.KeyHoleWithoutText(entityType.DisplayName(), component.Template.ToString(), hole.Hole.MemberPath, hole.Property.ClrType.Name));
            }
        }

        if (component.Template.FindAmbiguity() is { } ambiguity)
        {
            throw new InvalidOperationException(DynamoStrings.KeyTemplateInvalid(entityType.DisplayName(), ambiguity));
        }

        // HasPartitionKey("Id") is a constant; whoever writes it means the property.
        if (component.Template.IsConstant && entityType.FindProperty(component.Template.LiteralPrefix) is not null)
        {
            throw new InvalidOperationException(DynamoStrings.KeyConstantIsAPropertyName(entityType.DisplayName(), component.Template.LiteralPrefix, call));
        }
    }

    private static void ValidateTableKey(IEntityType entityType, KeyComponent component, string call)
    {
        ValidateComponent(entityType, component, call);
        foreach (var hole in component.Holes)
        {
            if (hole.Path.Any(member => member is IProperty { IsNullable: true } or IComplexProperty { IsNullable: true }))
            {
                throw new InvalidOperationException(
                    DynamoStrings.KeyHoleNullable(entityType.DisplayName(), component.Template.ToString(), hole.Hole.MemberPath));
            }
        }
    }

    // Two entities that differ in EF's key only would be one item.
    private static void ValidatePrimaryKey(IEntityType entityType, EntityKeyLayout layout)
    {
        var holes = layout.PartitionKey.Holes.Concat(layout.SortKey?.Holes ?? []).Select(hole => hole.Property).ToHashSet();
        if (entityType.FindPrimaryKey()?.Properties.FirstOrDefault(property => !holes.Contains(property)) is { } missing)
        {
            throw new InvalidOperationException(DynamoStrings.PrimaryKeyNotInTemplates(entityType.DisplayName(), missing.Name));
        }
    }
}
