namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>?</c>: a value of the request's <c>Parameters</c>.</summary>
/// <param name="Ordinal">Which of them, from 0, in the order of the text.</param>
internal sealed record PartiQlParameter(int Ordinal) : PartiQlExpression;
