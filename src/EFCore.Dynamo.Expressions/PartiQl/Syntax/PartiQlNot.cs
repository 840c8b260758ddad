namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>NOT condition</c>; also <c>NOT IN</c>, <c>NOT BETWEEN</c> and <c>IS NOT</c>.</summary>
public sealed record PartiQlNot(PartiQlExpression Operand) : PartiQlExpression;
