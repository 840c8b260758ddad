using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Streams;

/// <summary>A stream as DescribeStream shows it.</summary>
public sealed record StreamDescription
{
    /// <summary>The Amazon resource name.</summary>
    public required string StreamArn { get; init; }

    /// <summary>A time stamp; unique for the table together with its name.</summary>
    public required string StreamLabel { get; init; }

    /// <summary>Where in its life the stream is.</summary>
    public required StreamStatus StreamStatus { get; init; }

    /// <summary>What its records hold.</summary>
    public required StreamViewType StreamViewType { get; init; }

    /// <summary>When the stream was asked for.</summary>
    public DateTimeOffset? CreationRequestDateTime { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The table's primary key.</summary>
    public required IReadOnlyList<KeySchemaElement> KeySchema { get; init; }

    /// <summary>The shards of the page.</summary>
    public IReadOnlyList<Shard> Shards { get; init; } = [];

    /// <summary>Where the next page starts; null when there is none.</summary>
    public string? LastEvaluatedShardId { get; init; }
}
