namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>What a statement reads or writes.</summary>
/// <param name="TableName">A table's name or Amazon resource name.</param>
/// <param name="IndexName">The secondary index that a SELECT reads, or null.</param>
internal sealed record PartiQlSource(string TableName, string? IndexName = null);
