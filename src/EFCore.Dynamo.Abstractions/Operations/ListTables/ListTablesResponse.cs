namespace EFCore.Dynamo.Operations;

/// <summary>One page of table names.</summary>
/// <param name="TableNames">The names, in ordinal order.</param>
/// <param name="LastEvaluatedTableName">Where the next page starts; null when there is none.</param>
public sealed record ListTablesResponse(IReadOnlyList<string> TableNames, string? LastEvaluatedTableName = null);
