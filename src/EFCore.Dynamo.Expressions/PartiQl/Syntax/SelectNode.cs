using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>SELECT list FROM source WHERE condition ORDER BY terms</c>.</summary>
/// <param name="Source">The table or index.</param>
/// <param name="Projection">What is selected: paths, in a statement that the service takes; null for <c>*</c>.</param>
/// <param name="Where">The condition, or null.</param>
/// <param name="OrderBy">The terms; empty without the clause.</param>
internal sealed record SelectNode(PartiQlSource Source, SyntaxList<PartiQlExpression>? Projection, PartiQlExpression? Where, SyntaxList<PartiQlOrdering> OrderBy)
    : PartiQlNode(Source);
