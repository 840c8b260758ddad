namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>operand BETWEEN lower AND upper</c>, both bounds included.</summary>
internal sealed record PartiQlBetween(PartiQlExpression Operand, PartiQlExpression Lower, PartiQlExpression Upper) : PartiQlExpression;
