namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The arguments of <c>ToPageAsync</c>, both known only when the query is executed.</summary>
/// <param name="PageSize">An <see cref="int" />.</param>
/// <param name="Continuation">A string, or null for the first page.</param>
internal sealed record PageArguments(DynamoOperand PageSize, DynamoOperand Continuation);
