using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>One term of <c>ORDER BY</c>.</summary>
/// <param name="Path">The key attribute.</param>
/// <param name="IsDescending">True for <c>DESC</c>.</param>
internal sealed record PartiQlOrdering(AttributePath Path, bool IsDescending);
