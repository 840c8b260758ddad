namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>NOT condition</c>; also <c>NOT IN</c>, <c>NOT BETWEEN</c> and <c>IS NOT</c>.</summary>
internal sealed record PartiQlNot(PartiQlExpression Operand) : PartiQlExpression;
