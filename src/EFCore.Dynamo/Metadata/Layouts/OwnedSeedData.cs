using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>What <c>HasData</c> says, with the positions of owned types in their lists: the order of the data where it names none.</summary>
internal static class OwnedSeedData
{
    /// <summary>Compares keys by their values.</summary>
    public static readonly IEqualityComparer<object?[]> KeyComparer = EqualityComparer<object?[]>.Create(
        static (left, right) => StructuralComparisons.StructuralEqualityComparer.Equals(left, right),
        static key => StructuralComparisons.StructuralEqualityComparer.GetHashCode(key));

    /// <summary>The seed data of an entity type, by property name.</summary>
    public static IReadOnlyList<IDictionary<string, object?>> Get(IEntityType entityType)
    {
        IDictionary<string, object?>[] data = [.. entityType.GetSeedData()];
        if (data.Length > 0 && entityType.FindPrimaryKey()?.Properties.FirstOrDefault(static property => property.IsOrdinal()) is { } ordinal)
        {
            var owner = entityType.FindOwnership()!.Properties; // only an owned type has an ordinal
            var last = new Dictionary<object?[], int>(KeyComparer);
            foreach (var datum in data)
            {
                object?[] key = [.. owner.Select(property => datum.TryGetValue(property.Name, out var value) ? value : null)];
                datum.TryAdd(ordinal.Name, last.GetValueOrDefault(key) + 1);
                last[key] = datum[ordinal.Name] as int? ?? 0;
            }
        }

        return data;
    }
}
