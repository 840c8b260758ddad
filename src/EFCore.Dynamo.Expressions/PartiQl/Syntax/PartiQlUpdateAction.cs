using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>What an UPDATE does with one path.</summary>
/// <param name="Path">The path.</param>
/// <param name="Value">The new value of a <c>SET</c>; null for <c>REMOVE</c>.</param>
internal sealed record PartiQlUpdateAction(AttributePath Path, PartiQlExpression? Value);
