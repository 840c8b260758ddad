using System.Collections;
using EFCore.Dynamo.Metadata.Layouts;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>Seed data have all values that an item needs, and each key once. EF's own rules, for data that need not name the positions in lists.</summary>
internal static class SeedRules
{
    public static void Validate(IModel model)
    {
        var keys = new Dictionary<IKey, HashSet<object?[]>>();
        foreach (var entityType in model.GetEntityTypes())
        {
            foreach (var datum in OwnedSeedData.Get(entityType))
            {
                foreach (var property in entityType.GetProperties())
                {
                    Validate(property, datum.TryGetValue(property.Name, out var value) ? value : null, entityType.DisplayName());
                }

                ValidateMembers(entityType, datum);
                ValidateKey(entityType, datum, keys);
            }
        }
    }

    private static void Validate(IProperty property, object? value, string entityType)
    {
        if (value is null)
        {
            if (!property.IsNullable && (property.IsPrimaryKey() || !IsGenerated(property)))
            {
                throw new InvalidOperationException(CoreStrings.SeedDatumMissingValue(entityType, property.Name));
            }
        }
        else if (!property.ClrType.IsInstanceOfType(value))
        {
            throw new InvalidOperationException(CoreStrings.SeedDatumIncompatibleValue(entityType, property.Name, property.ClrType.Name));
        }
        else if (property.IsPrimaryKey() && IsGenerated(property) && Equals(value, property.Sentinel))
        {
            // Each run would generate another key for it.
            throw new InvalidOperationException(CoreStrings.SeedDatumDefaultValue(entityType, property.Name, value));
        }
    }

    private static bool IsGenerated(IProperty property)
        => property.ValueGenerated is ValueGenerated.OnAdd or ValueGenerated.OnAddOrUpdate || property.GetValueGeneratorFactory() is not null;

    private static void ValidateMembers(IEntityType entityType, IDictionary<string, object?> datum)
    {
        foreach (var navigation in entityType.GetNavigations().Where(navigation => HasValue(datum, navigation)))
        {
            throw new InvalidOperationException(
                CoreStrings.SeedDatumNavigation(
                    entityType.DisplayName(),
                    navigation.Name,
                    navigation.ForeignKey.DeclaringEntityType.DisplayName(),
                    string.Join(", ", navigation.ForeignKey.Properties.Select(static property => property.Name))));
        }

        if (entityType.GetComplexProperties().FirstOrDefault(property => HasValue(datum, property)) is { } complexProperty)
        {
            throw new InvalidOperationException(CoreStrings.SeedDatumComplexProperty(entityType.DisplayName(), complexProperty.Name));
        }
    }

    private static bool HasValue(IDictionary<string, object?> datum, IPropertyBase member)
        => datum.TryGetValue(member.Name, out var value)
            && value is not null
            && (!member.IsCollection || (value is IEnumerable elements && elements.Cast<object?>().Any()));

    private static void ValidateKey(IEntityType entityType, IDictionary<string, object?> datum, Dictionary<IKey, HashSet<object?[]>> keys)
    {
        var key = entityType.FindPrimaryKey()!; // ValidateNonNullPrimaryKeys comes first
        if (!keys.TryGetValue(key, out var seen))
        {
            keys.Add(key, seen = new HashSet<object?[]>(OwnedSeedData.KeyComparer));
        }

        if (!seen.Add([.. key.Properties.Select(property => datum[property.Name])]))
        {
            throw new InvalidOperationException(
                CoreStrings.SeedDatumDuplicate(entityType.DisplayName(), string.Join(", ", key.Properties.Select(static property => property.Name))));
        }
    }
}
