namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>DELETE FROM table WHERE condition RETURNING clause</c>.</summary>
internal sealed record DeleteNode(PartiQlSource Source, PartiQlExpression? Where, PartiQlReturning Returning) : PartiQlNode(Source);
