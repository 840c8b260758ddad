using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>What a query asks of its rows: the same for every candidate.</summary>
/// <param name="Orderings">The order; for <c>Min</c> and <c>Max</c> of an attribute, that attribute's.</param>
/// <param name="IsReversed">The source's own order backwards.</param>
/// <param name="Skip">How many rows are left out.</param>
/// <param name="Take">How many rows are kept; for <c>Any</c>, <c>Min</c> and <c>Max</c> one.</param>
/// <param name="TakeIsForServerOrderOnly">Whether <paramref name="Orderings" /> and <paramref name="Take" /> are no part of the query's meaning, only a
/// shorter way to its aggregate.</param>
internal sealed record RowNeeds(
    ImmutableArray<QueryOrdering> Orderings,
    bool IsReversed,
    DynamoOperand? Skip,
    DynamoOperand? Take,
    bool TakeIsForServerOrderOnly)
{
    private static readonly ConstantOperand One = new(1, null);

    public static RowNeeds Of(DynamoQueryExpression query)
    {
        if (!query.IsCut && query.Aggregate is { } aggregate)
        {
            switch (aggregate.Kind)
            {
                case AggregateKind.Any or AggregateKind.None:
                    return new([], false, null, One, TakeIsForServerOrderOnly: true);
                case AggregateKind.Min or AggregateKind.Max when aggregate is { Attribute: { } attribute, RowSelector: { } selector }:
                    return new([new(attribute, selector, aggregate.Kind == AggregateKind.Min)], false, null, One, TakeIsForServerOrderOnly: true);
                default:
                    // No aggregate depends on the order of all rows.
                    return new([], false, null, null, TakeIsForServerOrderOnly: false);
            }
        }

        return new(query.Orderings, query.IsReversed, query.Offset, query.Limit, TakeIsForServerOrderOnly: false);
    }
}
