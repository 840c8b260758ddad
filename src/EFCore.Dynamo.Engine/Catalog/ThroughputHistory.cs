namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>How the provisioned throughput of a table or index changed.</summary>
/// <param name="LastIncreaseDateTime">Null where there was none.</param>
/// <param name="LastDecreaseDateTime">Null where there was none.</param>
/// <param name="DecreaseCount">Decreases in the UTC day of the last one.</param>
internal sealed record ThroughputHistory(DateTimeOffset? LastIncreaseDateTime, DateTimeOffset? LastDecreaseDateTime, int DecreaseCount);
