namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>How streams are made that are enabled from now on.</summary>
/// <param name="ShardCount">Shards that are open at a time.</param>
/// <param name="ShardLifetime">How long a shard takes records.</param>
internal sealed record StreamOptions(int ShardCount, TimeSpan ShardLifetime)
{
    public const int MaxShardCount = 64;

    /// <exception cref="ArgumentOutOfRangeException">No shard or too many, or a lifetime that is not positive.</exception>
    public StreamOptions Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ShardCount, 1, "StreamShardCount");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ShardCount, MaxShardCount, "StreamShardCount");
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ShardLifetime, TimeSpan.Zero, "StreamShardLifetime");
        return this;
    }
}
