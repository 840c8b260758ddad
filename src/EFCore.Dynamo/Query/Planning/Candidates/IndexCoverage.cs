using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Query.Planning.Paths;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>Whether an index holds what a query needs of its items.</summary>
internal static class IndexCoverage
{
    /// <summary>The attributes that the index lacks; none for the table, and for an index that projects everything.</summary>
    /// <param name="path">The index.</param>
    /// <param name="table">The table, whose keys every index holds.</param>
    /// <param name="projection">What the rows are made of; null for whole entities.</param>
    /// <param name="filter">What the service evaluates.</param>
    /// <param name="entityAttributes">What whole entities are made of.</param>
    public static List<string> FindMissing(
        AccessPath path,
        AccessPath table,
        ImmutableArray<DocumentPath>? projection,
        ImmutableArray<DynamoPredicate> filter,
        Func<IEnumerable<string>> entityAttributes)
    {
        if (path.Projection is null or { ProjectionType: ProjectionType.All })
        {
            return [];
        }

        var held = path.KeyComponents.Concat(table.KeyComponents).Select(c => c.AttributeName)
            .Concat(path.Projection.NonKeyAttributes ?? [])
            .ToHashSet(StringComparer.Ordinal);
        var needed = projection is { } paths ? paths.Select(p => p.RootName) : entityAttributes();
        return [.. needed.Concat(
            filter.SelectMany(AttributeReferences.Find).Select(p => p.RootName)).Where(n => !held.Contains(n)).Distinct(StringComparer.Ordinal)];
    }
}
