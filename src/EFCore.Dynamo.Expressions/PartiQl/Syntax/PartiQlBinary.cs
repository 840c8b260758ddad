namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>A comparison, a sum or a difference.</summary>
internal sealed record PartiQlBinary(PartiQlOperator Operator, PartiQlExpression Left, PartiQlExpression Right) : PartiQlExpression;
