using System.Collections.Immutable;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>One way to read, worked out as far as its cost and what is left for the client.</summary>
internal sealed record CandidateRead
{
    public required AccessOperation Operation { get; init; }

    public required AccessPath Path { get; init; }

    /// <summary>The key condition; null for a scan.</summary>
    public PathMatch? Match { get; init; }

    /// <summary>What the service evaluates on the items it has read.</summary>
    public required ImmutableArray<DynamoPredicate> Filter { get; init; }

    /// <summary>What the client runs.</summary>
    public required ImmutableArray<ClientOperator> ClientOperators { get; init; }

    public bool IsForward { get; init; } = true;

    public bool IsLimited { get; init; }

    public Select? Select { get; init; }

    public bool ConsistentRead { get; init; }

    public required double Units { get; init; }

    /// <summary>What is returned of each item; null for everything.</summary>
    public ImmutableArray<DocumentPath>? Projection { get; init; }
}
