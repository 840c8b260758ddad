using System.Collections.Immutable;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>Whether the items of one partition come in the order that a query asks for.</summary>
internal static class ServerOrder
{
    /// <summary>Compares the orderings with the sort keys of a path.</summary>
    /// <param name="orderings">What is asked for; each attribute with its direction.</param>
    /// <param name="path">The table or index, its partition bound.</param>
    /// <param name="constraints">What pins attributes, which then have no say in the order.</param>
    /// <param name="isForward">The direction of the read.</param>
    /// <returns>Whether the order of the sort key is the order asked for.</returns>
    public static bool TryServe(ImmutableArray<QueryOrdering> orderings, AccessPath path, KeyConstraints constraints, out bool isForward)
    {
        isForward = true;
        bool? direction = null;
        var units = CreateUnits(path).Where(u => !constraints.IsPinned(u.Path)).ToList();
        var next = 0;
        foreach (var ordering in orderings)
        {
            if (ordering.Attribute is null)
            {
                return false;
            }

            if (constraints.IsPinned(ordering.Attribute.Path))
            {
                continue;
            }

            if (next == units.Count)
            {
                // The table's key has been named in full: no two items are equal so far. In an index they may be.
                return path.IsTable;
            }

            if (!units[next].KeepsOrder || !units[next].Path.Equals(ordering.Attribute.Path) || (direction ?? ordering.IsAscending) != ordering.IsAscending)
            {
                return false;
            }

            direction = ordering.IsAscending;
            isForward = ordering.IsAscending;
            next++;
        }

        return true;
    }

    /// <summary>Whether the items of one partition that have the same values come one after another.</summary>
    /// <param name="attributes">What has equal values.</param>
    /// <param name="path">The table or index, its partition bound.</param>
    /// <param name="constraints">What pins attributes.</param>
    public static bool IsTogether(IEnumerable<DocumentPath> attributes, AccessPath path, KeyConstraints constraints)
    {
        var free = attributes.Where(attribute => !constraints.IsPinned(attribute)).ToHashSet();
        var units = CreateUnits(path).Where(u => !constraints.IsPinned(u.Path)).Take(free.Count).ToList();
        return units.Count == free.Count && units.TrueForAll(unit => unit.KeepsOrder && free.Contains(unit.Path));
    }

    private static IEnumerable<SortKeyUnit> CreateUnits(AccessPath path)
        => path.SortKeys.SelectMany(component => component.Holes.Select(hole => new SortKeyUnit(
            KeyPaths.Of(hole),
            component.Property is null ? hole.Hole.Order == KeyOrder.Strict && hole.Converter is null : component.Codec.IsOrderPreserving)));
}
