using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine;

/// <summary>Where an embedded DynamoDB keeps its data, and what its writes survive.</summary>
public sealed record EmbeddedDynamoOptions
{
    /// <summary>
    ///     The data directory, created when missing; only one process may have it open. Null means in memory: a private directory, gone on dispose.
    /// </summary>
    public string? DataDirectory { get; init; }

    /// <summary>What an acknowledged write survives.</summary>
    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>How long the disk may lag behind with <see cref="Durability.Relaxed" />.</summary>
    public TimeSpan RelaxedSyncInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The size of the memory map at open, in bytes; it grows by itself.</summary>
    public long InitialMapSizeBytes { get; init; } = 64L << 20;

    /// <summary>What the data file may grow to, in bytes; a write that would need more fails and leaves the data readable.</summary>
    public long MaxMapSizeBytes { get; init; } = 1L << 40;

    /// <summary>The most that <see cref="StreamShardCount" /> may be.</summary>
    public const int MaxStreamShardCount = StreamOptions.MaxShardCount;

    /// <summary>How many shards of a new stream are open at a time, 1 to 64. More than one makes an application show that it follows all of them.</summary>
    public int StreamShardCount { get; init; } = 1;

    /// <summary>How long a shard of a new stream takes records before its child does; about four hours on the service.</summary>
    public TimeSpan StreamShardLifetime { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The clock: creation times, expiry of transaction tokens and of stream records.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    ///     How long a table or index stays in the status that a change of it begins with (<c>CREATING</c>, <c>UPDATING</c>, <c>DELETING</c>); zero ends it
    ///     with the call.
    /// </summary>
    /// <remarks>
    ///     The service takes seconds: an application that does not wait for <c>ACTIVE</c> shows itself with a delay. At most 49 days, which is what a timer
    ///     takes.
    /// </remarks>
    public TimeSpan ControlPlaneDelay { get; init; }

    /// <summary>
    ///     How often items whose time to live is over are looked for and deleted; until then they are there. <see cref="Timeout.InfiniteTimeSpan" /> never
    ///     deletes any.
    /// </summary>
    public TimeSpan TimeToLiveInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether UpdateTimeToLive refuses a second change within an hour, as the service does. Off: tests could not switch it on and off.</summary>
    public bool LimitsTimeToLiveChanges { get; init; }

    /// <summary>
    ///     How long global secondary indexes may lag behind their table, as the service's do: each change is made after half of it to all of it, in order.
    ///     Zero makes it with the write.
    /// </summary>
    /// <remarks>What waits is stored with its write and survives a reopen; an engine that is opened without a delay makes it at once. At most a day.</remarks>
    public TimeSpan GlobalIndexDelay { get; init; }

    /// <summary>
    ///     How long reads without ConsistentRead may see an item as it was before its last write: by a chance of one half for each item read. Zero never does.
    /// </summary>
    /// <remarks>
    ///     GetItem, BatchGetItem, Query and Scan of tables, SELECT. What was deleted comes back to GetItem and BatchGetItem only. Kept in memory, at most a
    ///     day.
    /// </remarks>
    public TimeSpan EventualReadDelay { get; init; }

    /// <summary>
    ///     Where the chance of <see cref="GlobalIndexDelay" /> and <see cref="EventualReadDelay" /> begins: the same seed and the same order of calls give the
    ///     same lags.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>How requests are checked, and how what is wrong with them is worded.</summary>
    public ValidationDialect ValidationDialect { get; init; }

    /// <summary>The region in Amazon resource names; the embedded engine has no other use for it.</summary>
    public string Region { get; init; } = "local";

    /// <summary>The account in Amazon resource names, twelve digits.</summary>
    public string AccountId { get; init; } = "000000000000";
}
