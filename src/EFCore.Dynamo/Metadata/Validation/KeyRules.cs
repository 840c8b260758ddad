using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>An item's key: present, of a key type and unambiguous.</summary>
internal static class KeyRules
{
    public static void Validate(IEntityType entityType, IDiagnosticsLogger<DbLoggerCategory.Model.Validation> logger)
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

        if (!layout.IsCoveredByPrimaryKey && !IsPrimaryKeyIndexed(entityType))
        {
            logger.PrimaryKeyNotIndexed(entityType);
        }
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
                    DynamoStrings.KeyHoleWithoutText(
                        entityType.DisplayName(), component.Template.ToString(), hole.Hole.MemberPath, hole.Property.ClrType.Name));
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

    private static bool IsPrimaryKeyIndexed(IEntityType entityType)
        => entityType.FindPrimaryKey() is not { } primaryKey
            || entityType.GetSecondaryIndexes().Any(
                index => index.IsGlobal
                    && index.PartitionKeys.All(key => key.Holes.All(hole => hole.Path.Count == 1 && primaryKey.Properties.Contains(hole.Property))));
}
