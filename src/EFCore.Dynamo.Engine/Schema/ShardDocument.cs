namespace EFCore.Dynamo.Engine.Schema;

/// <summary>A shard as it is stored, in JSON: written when it is opened, closed and trimmed, not with each record.</summary>
/// <param name="Ordinal">Its number in the stream, in the order of opening: the prefix of its records.</param>
/// <param name="ShardId">What the service calls it.</param>
/// <param name="ParentShardId">The shard that it follows; null for the first ones.</param>
/// <param name="Start">Its first sequence number, which no record has: it was taken when the shard was opened.</param>
/// <param name="End">The last sequence number that it may hold; null while it is open.</param>
/// <param name="ClosedDateTime">When it was closed.</param>
/// <param name="TrimmedThrough">The highest sequence number that was trimmed; 0 where none was.</param>
internal sealed record ShardDocument(
    uint Ordinal,
    string ShardId,
    string? ParentShardId,
    ulong Start,
    ulong? End = null,
    DateTimeOffset? ClosedDateTime = null,
    ulong TrimmedThrough = 0);
