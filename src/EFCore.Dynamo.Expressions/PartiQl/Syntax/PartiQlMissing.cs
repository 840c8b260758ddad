namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>MISSING</c> as an operand of <c>=</c> or <c>&lt;&gt;</c>.</summary>
public sealed record PartiQlMissing : PartiQlExpression;
