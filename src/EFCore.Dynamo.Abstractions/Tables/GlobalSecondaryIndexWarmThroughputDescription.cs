namespace EFCore.Dynamo.Tables;

/// <summary>Warm throughput of a global secondary index as DescribeTable shows it.</summary>
public sealed record GlobalSecondaryIndexWarmThroughputDescription(long ReadUnitsPerSecond, long WriteUnitsPerSecond, IndexStatus Status);
