using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>UPDATE table SET path = value REMOVE path WHERE condition RETURNING clause</c>.</summary>
/// <param name="Source">The table.</param>
/// <param name="Actions">What it sets and removes, in the order of the text.</param>
/// <param name="Where">The condition, or null.</param>
/// <param name="Returning">The clause.</param>
internal sealed record UpdateStatementNode(PartiQlSource Source, SyntaxList<PartiQlUpdateAction> Actions, PartiQlExpression? Where, PartiQlReturning Returning)
    : PartiQlNode(Source);
