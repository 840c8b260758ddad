using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>A string, number, boolean or NULL that stands in the text.</summary>
/// <param name="Value">Of type S, N, BOOL or NULL.</param>
internal sealed record PartiQlLiteral(AttributeValue Value) : PartiQlExpression;
