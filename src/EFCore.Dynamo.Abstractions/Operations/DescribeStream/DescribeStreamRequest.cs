using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Operations;

/// <summary>Describes a stream and lists its shards, a page at a time.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_DescribeStream.html">DescribeStream</see>.
/// </remarks>
public sealed record DescribeStreamRequest : DynamoRequest
{
    /// <summary>The Amazon resource name of the stream, 37 to 1,024 characters.</summary>
    public string? StreamArn { get; init; }

    /// <summary>1 to 100 shards; null means 100.</summary>
    public int? Limit { get; init; }

    /// <summary>The last shard of the previous page; null starts at the beginning.</summary>
    public string? ExclusiveStartShardId { get; init; }

    /// <summary>Only some shards; null lists all.</summary>
    public ShardFilter? ShardFilter { get; init; }
}
