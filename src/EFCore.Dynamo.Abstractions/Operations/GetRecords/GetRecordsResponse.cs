using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="GetRecordsRequest" />.</summary>
public sealed record GetRecordsResponse
{
    /// <summary>In the order of the writes; may be empty.</summary>
    public IReadOnlyList<Record> Records { get; init; } = [];

    /// <summary>Where to go on; null where the shard is closed and read to its end.</summary>
    public string? NextShardIterator { get; init; }
}
