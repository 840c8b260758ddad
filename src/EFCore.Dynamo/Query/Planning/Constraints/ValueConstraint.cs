using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Constraints;

/// <summary>An attribute's comparison with one value.</summary>
/// <param name="Part">The condition that says it; BETWEEN is two constraints of one part.</param>
/// <param name="Value">A constant or a parameter.</param>
/// <param name="IsInclusive">For a bound: whether the value itself is allowed. True for an equality and for a prefix.</param>
internal sealed record ValueConstraint(ConditionPart Part, DynamoOperand Value, bool IsInclusive = true);
