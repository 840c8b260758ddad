namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>operand IN candidates</c>.</summary>
/// <param name="Operand">What is looked for.</param>
/// <param name="Candidates">A list, a set, or a parameter that is one.</param>
internal sealed record PartiQlIn(PartiQlExpression Operand, PartiQlExpression Candidates) : PartiQlExpression;
