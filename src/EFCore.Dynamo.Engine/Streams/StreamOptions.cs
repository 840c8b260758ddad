namespace EFCore.Dynamo.Engine.Streams;

/// <summary>How streams are made that are enabled from now on.</summary>
/// <param name="ShardCount">Shards that are open at a time.</param>
/// <param name="ShardLifetime">How long a shard takes records.</param>
internal sealed record StreamOptions(int ShardCount, TimeSpan ShardLifetime)
{
    /// <exception cref="ArgumentOutOfRangeException">No shard or too many, or a lifetime that is not positive.</exception>
    public static StreamOptions From(EmbeddedDynamoOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StreamShardCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.StreamShardCount, EmbeddedDynamoOptions.MaxStreamShardCount);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.StreamShardLifetime, TimeSpan.Zero);
        return new StreamOptions(options.StreamShardCount, options.StreamShardLifetime);
    }
}
