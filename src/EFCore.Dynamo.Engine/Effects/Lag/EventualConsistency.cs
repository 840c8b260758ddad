namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>What makes an engine lag on request; both are null where no option asks for it.</summary>
/// <param name="IndexQueue">Where changes of global secondary indexes wait; null where they are made with the write.</param>
/// <param name="RecentImages">What eventually consistent reads may still see; null where they see what is.</param>
internal sealed record EventualConsistency(IndexQueue? IndexQueue, RecentImages? RecentImages)
{
    public static EventualConsistency Create(LagOptions options, TimeProvider timeProvider) => new(
        options.GlobalIndexDelay == TimeSpan.Zero ? null : new IndexQueue(timeProvider, options.GlobalIndexDelay, options.Seed),
        options.EventualReadDelay == TimeSpan.Zero ? null : new RecentImages(timeProvider, options.EventualReadDelay, options.Seed));
}
