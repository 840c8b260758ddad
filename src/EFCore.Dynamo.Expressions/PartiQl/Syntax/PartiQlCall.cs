using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>A call of a function.</summary>
/// <param name="Function">Its name in lower case: upper and lower case count as equal.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record PartiQlCall(string Function, SyntaxList<PartiQlExpression> Arguments) : PartiQlExpression;
