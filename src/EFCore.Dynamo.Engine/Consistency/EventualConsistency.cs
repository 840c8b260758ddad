namespace EFCore.Dynamo.Engine.Consistency;

/// <summary>What makes an engine lag on request, as the service may; no table has it unless an option asks for it.</summary>
/// <param name="IndexQueue">Where changes of global secondary indexes wait; null where they are made with the write.</param>
/// <param name="RecentImages">What eventually consistent reads may still see; null where they see what is.</param>
internal sealed record EventualConsistency(IndexQueue? IndexQueue, RecentImages? RecentImages)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);

    /// <exception cref="ArgumentOutOfRangeException">A delay is negative or more than a day.</exception>
    public static void ThrowIfInvalid(EmbeddedDynamoOptions options)
    {
        if (options.GlobalIndexDelay < TimeSpan.Zero || options.GlobalIndexDelay > MaxDelay)
            throw new ArgumentOutOfRangeException(nameof(options.GlobalIndexDelay), options.GlobalIndexDelay, "A delay is 0 to a day.");
        if (options.EventualReadDelay < TimeSpan.Zero || options.EventualReadDelay > MaxDelay)
            throw new ArgumentOutOfRangeException(nameof(options.EventualReadDelay), options.EventualReadDelay, "A delay is 0 to a day.");
    }

    /// <summary>Null where both options are off.</summary>
    public static EventualConsistency? From(EmbeddedDynamoOptions options)
    {
        var queue = options.GlobalIndexDelay == TimeSpan.Zero ? null : new IndexQueue(options.TimeProvider, options.GlobalIndexDelay, options.Seed);
        var images = options.EventualReadDelay == TimeSpan.Zero ? null : new RecentImages(options.TimeProvider, options.EventualReadDelay, options.Seed);
        return queue is null && images is null ? null : new EventualConsistency(queue, images);
    }
}
