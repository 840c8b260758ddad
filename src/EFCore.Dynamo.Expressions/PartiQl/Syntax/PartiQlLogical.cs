using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>Two or more conditions joined by <c>AND</c> or by <c>OR</c>.</summary>
/// <param name="IsOr">True for <c>OR</c>.</param>
/// <param name="Operands">The conditions. One that is joined by the same word stood in parentheses.</param>
internal sealed record PartiQlLogical(bool IsOr, SyntaxList<PartiQlExpression> Operands) : PartiQlExpression;
