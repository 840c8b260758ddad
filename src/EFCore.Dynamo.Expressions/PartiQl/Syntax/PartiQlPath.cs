using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>An attribute or a document path.</summary>
/// <param name="Path">Its names are literal: PartiQL has no name placeholders, a name may begin with <c>#</c>.</param>
internal sealed record PartiQlPath(AttributePath Path) : PartiQlExpression;
