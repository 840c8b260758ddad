using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The one value that the rows become at the end.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Attribute">The attribute that is aggregated, where it is one: <c>Min</c> and <c>Max</c> of a sort key read one item.</param>
/// <param name="RowSelector">The aggregated value as a LINQ expression over the row; null for <c>Any</c> and the counts.</param>
/// <param name="ResultType">The CLR type of the result.</param>
internal sealed record QueryAggregate(AggregateKind Kind, AttributeOperand? Attribute, Expression? RowSelector, Type ResultType);
