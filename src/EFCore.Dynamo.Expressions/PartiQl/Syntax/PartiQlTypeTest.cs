namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>operand IS type</c>.</summary>
/// <param name="Operand">The attribute.</param>
/// <param name="Type">A PartiQL type in lower case, such as <c>missing</c>, <c>null</c>, <c>string</c>.</param>
internal sealed record PartiQlTypeTest(PartiQlExpression Operand, string Type) : PartiQlExpression;
