namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>EXISTS(SELECT …)</c>: a transaction's check of one item.</summary>
internal sealed record ExistsNode(SelectNode Select) : PartiQlNode(Select.Source);
