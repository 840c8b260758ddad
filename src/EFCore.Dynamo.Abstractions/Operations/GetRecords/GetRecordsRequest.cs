namespace EFCore.Dynamo.Operations;

/// <summary>Reads records of a shard: up to 1,000, or 1 MB.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html">GetRecords</see>.</remarks>
public sealed record GetRecordsRequest : DynamoRequest
{
    /// <summary>Where to begin, 1 to 2,048 characters.</summary>
    public string? ShardIterator { get; init; }

    /// <summary>1 to 1,000; null means 1,000.</summary>
    public int? Limit { get; init; }
}
