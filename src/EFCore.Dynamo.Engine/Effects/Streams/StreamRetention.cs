using EFCore.Dynamo.Engine.Schema;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>What the service keeps of a stream: 24 hours of records, and of shards and streams after their end.</summary>
internal static class StreamRetention
{
    public static readonly TimeSpan Period = TimeSpan.FromHours(24);

    /// <summary>Whether something of that time is no longer there for a reader, removed already or not.</summary>
    public static bool IsOver(DateTimeOffset time, DateTimeOffset now) => now - time >= Period;

    public static bool IsOver(StreamDocument stream, DateTimeOffset now) => stream.DisabledDateTime is { } disabled && IsOver(disabled, now);

    public static bool IsOver(ShardDocument shard, DateTimeOffset now) => shard.ClosedDateTime is { } closed && IsOver(closed, now);
}
