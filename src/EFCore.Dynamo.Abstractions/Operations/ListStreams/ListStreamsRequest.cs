namespace EFCore.Dynamo.Operations;

/// <summary>Lists streams, of one table or of all, a page at a time.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ListStreams.html">ListStreams</see>.</remarks>
public sealed record ListStreamsRequest : DynamoRequest
{
    /// <summary>Only the streams of this table; null lists all.</summary>
    public string? TableName { get; init; }

    /// <summary>1 to 100; null means 100.</summary>
    public int? Limit { get; init; }

    /// <summary>The last stream of the previous page; null starts at the beginning.</summary>
    public string? ExclusiveStartStreamArn { get; init; }
}
