namespace EFCore.Dynamo.Tables;

/// <summary>Warm throughput of a table as DescribeTable shows it.</summary>
public sealed record TableWarmThroughputDescription(long ReadUnitsPerSecond, long WriteUnitsPerSecond, TableStatus Status);
