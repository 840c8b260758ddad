namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>MISSING</c> as an operand of <c>=</c> or <c>&lt;&gt;</c>.</summary>
internal sealed record PartiQlMissing : PartiQlExpression;
