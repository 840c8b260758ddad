using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>&lt;&lt;…&gt;&gt;</c>: a set of strings, numbers or binaries.</summary>
internal sealed record PartiQlBag(SyntaxList<PartiQlExpression> Elements) : PartiQlExpression;
