using System.Collections.Immutable;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>Says in one sentence why a query is a scan, and what would make it a keyed read.</summary>
internal static class ScanRefusal
{
    public static string Describe(
        DynamoQueryExpression query,
        ImmutableArray<AccessPath> paths,
        KeyConstraints constraints,
        IReadOnlyList<(AccessPath Path, string Reason)> refusals)
    {
        var attributes = constraints.Parts.Where(p => !p.Conjunct.IsTypeDiscriminator)
            .SelectMany(p => AttributeReferences.Find(p.Predicate))
            .Select(p => p.ToString())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var hasConditions = constraints.Parts.Any(p => !p.Conjunct.IsTypeDiscriminator);
        var condition = attributes.Count > 0
            ? $"has conditions on {string.Join(", ", attributes)}, which bind no partition key"
            : hasConditions ? "has only conditions that the service cannot evaluate" : "has no condition";
        return PlanningStrings.Scan(query.EntityType.DisplayName(), query.TableName, condition, DescribeWaysOut(query, paths, constraints, refusals));
    }

    private static string DescribeWaysOut(
        DynamoQueryExpression query,
        ImmutableArray<AccessPath> paths,
        KeyConstraints constraints,
        IReadOnlyList<(AccessPath Path, string Reason)> refusals)
    {
        var isConsistent = query.Options.ConsistentRead;
        var keys = paths.Where(p => !isConsistent || !p.IsGlobalIndex).Select(
            p => (Path: p, Unbound: FindUnbound(p, constraints))).Where(k => k.Unbound.Count > 0)
            .Select(k => $"{string.Join(" and ", k.Unbound)} ({(k.Path.IsTable ? "the table's partition key" : $"index '{k.Path.IndexName}'")})")
            .ToList();
        var ways = keys.Count > 0 ? $"add an equality on {string.Join(" or on ", keys)}" : "";
        var unusable = refusals.Where(r => FindUnbound(r.Path, constraints).Count == 0)
            .Select(r => $"index '{r.Path.IndexName}' cannot serve it because {r.Reason}");
        var candidate = constraints.Parts.Select(p => p.Predicate).OfType<ComparisonPredicate>()
            .FirstOrDefault(c => c is { Operator: Comparator.Equal, Left: AttributeOperand { Path.IsTopLevel: true } });
        var declare = isConsistent
            ? "leave WithConsistentRead() out where a global secondary index may serve the query"
            : candidate is { Left: AttributeOperand { Property: { } property } }
                && constraints.Parts.All(p => p.Conjunct.IsTypeDiscriminator || p.Predicate != null)
            ? $"declare HasGlobalSecondaryIndex(\"by-{property.Name}\").HasPartitionKey(x => x.{property.Name}) on '{query.EntityType.DisplayName()}'"
            : "declare a global secondary index (HasGlobalSecondaryIndex) whose partition key the query does have";
        return string.Join(", ", unusable.Prepend(ways).Append(declare).Where(w => w.Length > 0));
    }

    private static List<string> FindUnbound(AccessPath path, KeyConstraints constraints)
        => [.. path.PartitionKeys.SelectMany(c => c.Holes).Select(KeyPaths.Of)
            .Where(p => constraints.Find(p) is null or { Equalities.Count: 0, Lists.Count: 0 })
            .Select(p => p.ToString())];
}
