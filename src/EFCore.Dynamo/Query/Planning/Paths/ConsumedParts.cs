using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>Counts which conditions a key condition says exactly.</summary>
internal sealed class ConsumedParts
{
    private readonly Dictionary<ConditionPart, int> _counts = [];

    /// <summary>The key condition says this. BETWEEN is said when both of its ends are.</summary>
    public void Add(ConditionPart part) => _counts[part] = _counts.GetValueOrDefault(part) + 1;

    public ImmutableHashSet<ConditionPart> ToSet()
        => [.. _counts.Where(c => c.Value >= (c.Key.Predicate is BetweenPredicate ? 2 : 1)).Select(c => c.Key)];
}
