using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Constraints;

/// <summary>A condition that all items of the result satisfy: a conjunct of the query, or one operand of its AND.</summary>
/// <remarks>Compared by reference: a key condition consumes this occurrence, not one that says the same.</remarks>
/// <param name="conjunct">Where it comes from; a conjunct runs on the client as a whole.</param>
/// <param name="predicate">For the service; null where only the client can evaluate the conjunct.</param>
internal sealed class ConditionPart(QueryConjunct conjunct, DynamoPredicate? predicate)
{
    public QueryConjunct Conjunct { get; } = conjunct;

    public DynamoPredicate? Predicate { get; } = predicate;
}
