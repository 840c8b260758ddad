using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>[…]</c>: a list; behind <c>IN</c> also its candidates, which may stand in parentheses.</summary>
internal sealed record PartiQlList(SyntaxList<PartiQlExpression> Elements) : PartiQlExpression;
