namespace EFCore.Dynamo.Query;

/// <summary>One way to read that was considered for a query.</summary>
/// <param name="TableName">The table.</param>
/// <param name="IndexName">The secondary index; null for the table itself.</param>
/// <param name="Operation">What it would do; null where it cannot serve the query.</param>
/// <param name="EstimatedReadUnits">The estimated cost; null where it cannot serve the query.</param>
/// <param name="Reason">Why it was chosen, costs more, or cannot serve the query.</param>
/// <param name="IsChosen">Whether the plan uses it.</param>
public sealed record AccessCandidate(
    string TableName,
    string? IndexName,
    AccessOperation? Operation,
    double? EstimatedReadUnits,
    string Reason,
    bool IsChosen);
