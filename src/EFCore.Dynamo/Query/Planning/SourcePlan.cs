namespace EFCore.Dynamo.Query.Planning;

/// <summary>How a further source of a query reads.</summary>
/// <param name="Plan">The plan of the source's query.</param>
/// <param name="IsReadOnce">
///     False where the plan is keyed by the values that are looked up, and runs for each of them; true where it reads the same whatever they are, so that it
///     runs once and its rows are found by their values in memory.
/// </param>
/// <param name="IsInPartition">
///     Whether the items lie in the partition of the rows, so that the one Query that reads these brings them: the plan says what of the items it is.
/// </param>
internal sealed record SourcePlan(AccessPlan Plan, bool IsReadOnce, bool IsInPartition = false);
