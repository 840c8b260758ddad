namespace EFCore.Dynamo.Streams;

/// <summary>A part of a stream: records in the order in which they were written.</summary>
/// <param name="ShardId">28 to 65 characters.</param>
/// <param name="SequenceNumberRange">What it holds.</param>
/// <param name="ParentShardId">To be read before this one; null where there was none.</param>
public sealed record Shard(string ShardId, SequenceNumberRange SequenceNumberRange, string? ParentShardId = null);
