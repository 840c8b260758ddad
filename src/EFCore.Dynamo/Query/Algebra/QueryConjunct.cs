using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One of the conditions that all items of the result satisfy.</summary>
/// <param name="Predicate">For the service; null where only the client can evaluate the condition.</param>
/// <param name="RowPredicate">
///     The same condition as a boolean LINQ expression over the row. It runs on the client when <see cref="Predicate" /> is null, and when the access plan
///     cannot send it: GetItem has no filter, and a FilterExpression may not name key attributes.
/// </param>
/// <param name="IsTypeDiscriminator">True for the condition that selects the entity types of the query by their discriminator.</param>
internal sealed record QueryConjunct(DynamoPredicate? Predicate, Expression RowPredicate, bool IsTypeDiscriminator = false);
