using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>What the key condition leaves to be checked, and where.</summary>
/// <param name="Filter">By the service.</param>
/// <param name="Client">By the client: whole conjuncts, each once.</param>
internal sealed record ResidualConditions(ImmutableArray<DynamoPredicate> Filter, ImmutableArray<QueryConjunct> Client)
{
    public bool IsEmpty => Filter.IsEmpty && Client.IsEmpty;

    /// <summary>All conditions, for the client.</summary>
    public static ResidualConditions OfNoRead(KeyConstraints constraints)
        => new([], [.. constraints.Parts.Select(part => part.Conjunct).Distinct()]);

    /// <summary>Shares out the conditions.</summary>
    /// <param name="operation">GetItem and BatchGetItem have no filter.</param>
    /// <param name="path">A Query's filter may not name the key attributes of what it reads.</param>
    /// <param name="constraints">All conditions.</param>
    /// <param name="match">Which of them the key condition says; null for a scan.</param>
    public static ResidualConditions Of(AccessOperation operation, AccessPath path, KeyConstraints constraints, PathMatch? match)
    {
        var impliesType = match?.ImpliesType ?? (path.Neighbors.IsEmpty && !path.HasSiblings);
        var keyNames = path.KeyComponents.Select(c => c.AttributeName).ToHashSet(StringComparer.Ordinal);
        var filter = ImmutableArray.CreateBuilder<DynamoPredicate>();
        var client = ImmutableArray.CreateBuilder<QueryConjunct>();
        foreach (var part in constraints.Parts)
        {
            if (match?.Consumed.Contains(part) == true || (part.Conjunct.IsTypeDiscriminator && impliesType))
            {
                continue;
            }

            var isForService = part.Predicate is not null
                && (operation == AccessOperation.Scan
                    || (operation == AccessOperation.Query && !AttributeReferences.Find(part.Predicate).Any(p => keyNames.Contains(p.RootName))));
            if (isForService)
            {
                filter.Add(part.Predicate!); // checked above
            }
            else if (!client.Contains(part.Conjunct))
            {
                client.Add(part.Conjunct);
            }
        }

        return new(filter.ToImmutable(), client.ToImmutable());
    }
}
