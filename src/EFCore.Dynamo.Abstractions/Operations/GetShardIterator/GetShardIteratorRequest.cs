using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Operations;

/// <summary>Gives a place in a shard to read from; it expires after 15 minutes.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html">GetShardIterator</see>.
/// </remarks>
public sealed record GetShardIteratorRequest : DynamoRequest
{
    /// <summary>The Amazon resource name of the stream, 37 to 1,024 characters.</summary>
    public string? StreamArn { get; init; }

    /// <summary>The shard, 28 to 65 characters.</summary>
    public string? ShardId { get; init; }

    /// <summary>Where to begin.</summary>
    public ShardIteratorType? ShardIteratorType { get; init; }

    /// <summary>Required for, and allowed only with, the two types that name a record.</summary>
    public string? SequenceNumber { get; init; }
}
