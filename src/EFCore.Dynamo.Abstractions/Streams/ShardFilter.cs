namespace EFCore.Dynamo.Streams;

/// <summary>Which shards DescribeStream lists.</summary>
/// <param name="Type">The kind of filter.</param>
/// <param name="ShardId">The shard whose children are listed.</param>
public sealed record ShardFilter(ShardFilterType? Type, string? ShardId);
