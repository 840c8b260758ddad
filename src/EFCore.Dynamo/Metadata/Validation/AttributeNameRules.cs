using System.Text;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>Within one item, and within one map, each name belongs to one member. Names have limits.</summary>
internal static class AttributeNameRules
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    private const int MaxKeyNameBytes = 255;
    private const int MaxNameBytes = 65535;

    public static void Validate(IEntityType entityType)
    {
        var owners = ValidateMembers(entityType);
        ValidateKeyNames(entityType, owners);
    }

    // Returns who owns which name, to compare the computed key attributes with.
    private static Dictionary<string, IReadOnlyPropertyBase> ValidateMembers(ITypeBase type)
    {
        var owners = new Dictionary<string, IReadOnlyPropertyBase>(StringComparer.Ordinal);
        foreach (var member in GetMembers(type))
        {
            var name = member.GetAttributeName();
            if (Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
            {
                throw new InvalidOperationException(DynamoStrings.AttributeNameTooLong(type.DisplayName(), member.Name, MaxNameBytes));
            }

            if (!owners.TryAdd(name, member))
            {
                throw new InvalidOperationException(DynamoStrings.AttributeNameTwice(type.DisplayName(), owners[name].Name, member.Name, name));
            }
        }

        foreach (var nested in GetNestedTypes(type))
        {
            ValidateMembers(nested);
        }

        return owners;
    }

    private static IEnumerable<IReadOnlyPropertyBase> GetMembers(ITypeBase type)
    {
        IEnumerable<IReadOnlyPropertyBase> members = type.GetProperties().Where(property => property.IsStored());
        members = members.Concat(type.GetComplexProperties());
        return type is IEntityType entityType ? members.Concat(GetOwnedNavigations(entityType)) : members;
    }

    private static IEnumerable<ITypeBase> GetNestedTypes(ITypeBase type)
    {
        IEnumerable<ITypeBase> types = type.GetComplexProperties().Select(property => property.ComplexType);
        return type is IEntityType entityType ? types.Concat(GetOwnedNavigations(entityType).Select(navigation => navigation.TargetEntityType)) : types;
    }

    private static IEnumerable<INavigation> GetOwnedNavigations(IEntityType entityType)
        => entityType.GetNavigations().Where(navigation => navigation is { ForeignKey.IsOwnership: true, IsOnDependent: false });

    private static void ValidateKeyNames(IEntityType entityType, Dictionary<string, IReadOnlyPropertyBase> owners)
    {
        var layout = entityType.GetKeyLayout();
        var computed = new Dictionary<string, KeyComponent>(StringComparer.Ordinal);
        var components = entityType.GetSecondaryIndexes()
            .SelectMany(index => index.IsGlobal ? index.PartitionKeys.Concat(index.SortKeys) : index.SortKeys)
            .Prepend(layout.SortKey)
            .Prepend(layout.PartitionKey)
            .OfType<KeyComponent>();
        foreach (var component in components)
        {
            if (Encoding.UTF8.GetByteCount(component.AttributeName) > MaxKeyNameBytes)
            {
                throw new InvalidOperationException(
                    DynamoStrings.KeyAttributeNameTooLong(entityType.DisplayName(), component.AttributeName, MaxKeyNameBytes));
            }

            if (!component.IsComputed)
            {
                continue;
            }

            if (owners.TryGetValue(component.AttributeName, out var owner))
            {
                throw new InvalidOperationException(
                    DynamoStrings.KeyAttributeNameIsAProperty(entityType.DisplayName(), component.AttributeName, component.Template.ToString(), owner.Name));
            }

            // One attribute may serve several keys, as long as it holds the same text.
            if (!computed.TryAdd(component.AttributeName, component) && !computed[component.AttributeName].Template.Equals(component.Template))
            {
                throw new InvalidOperationException(
                    DynamoStrings.KeyAttributeNameTwice(
                        entityType.DisplayName(),
                        component.AttributeName,
                        computed[component.AttributeName].Template.ToString(),
                        component.Template.ToString()));
            }
        }
    }
}
