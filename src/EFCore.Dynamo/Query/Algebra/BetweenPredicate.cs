namespace EFCore.Dynamo.Query.Algebra;

/// <summary><c>operand BETWEEN low AND high</c>, both ends included.</summary>
internal sealed record BetweenPredicate(DynamoOperand Operand, DynamoOperand Low, DynamoOperand High) : DynamoPredicate;
