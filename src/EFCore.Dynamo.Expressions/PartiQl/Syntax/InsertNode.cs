namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>INSERT INTO table VALUE item</c>.</summary>
internal sealed record InsertNode(PartiQlSource Source, PartiQlExpression Value) : PartiQlNode(Source);
