using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A condition on one sort key attribute.</summary>
/// <param name="Operator">How <paramref name="Value" /> restricts the attribute.</param>
/// <param name="Value">The operand, of the attribute's type; for BETWEEN the lower bound.</param>
/// <param name="Upper">The upper bound of BETWEEN, included; otherwise unused.</param>
internal readonly record struct SortKeyCondition(SortKeyOperator Operator, AttributeValue Value, AttributeValue Upper = default);
