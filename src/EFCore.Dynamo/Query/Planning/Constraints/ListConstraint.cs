using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Constraints;

/// <summary>An attribute's comparison with the values of a list.</summary>
/// <param name="Part">The condition that says it.</param>
/// <param name="Values">The values, where they are written out.</param>
/// <param name="Collection">The parameter that holds them, where they are not.</param>
internal sealed record ListConstraint(ConditionPart Part, ImmutableArray<DynamoOperand> Values, ParameterOperand? Collection);
