namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Something the service can evaluate over an item: a <see cref="DynamoPredicate" /> or a <see cref="DynamoOperand" />.</summary>
/// <remarks>Immutable and compared by value, so that plans can be compared and cached.</remarks>
internal abstract record DynamoExpression;
