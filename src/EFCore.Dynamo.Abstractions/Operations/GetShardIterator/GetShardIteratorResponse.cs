namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="GetShardIteratorRequest" />.</summary>
public sealed record GetShardIteratorResponse
{
    /// <summary>For <see cref="GetRecordsRequest.ShardIterator" />.</summary>
    public string? ShardIterator { get; init; }
}
