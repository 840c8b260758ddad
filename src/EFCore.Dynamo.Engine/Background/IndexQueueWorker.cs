using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Makes queued changes of global secondary indexes in the background when they are due; what a close leaves waits in the store.</summary>
internal sealed class IndexQueueWorker : BackgroundWorker
{
    private readonly Store _store;
    private readonly TableCatalog _catalog;
    private readonly TimeSpan _maxWait;

    public IndexQueueWorker(Store store, TableCatalog catalog, TimeProvider timeProvider, IndexQueue queue)
        : base(timeProvider)
    {
        _store = store;
        _catalog = catalog;
        _maxWait = queue.Delay;
        queue.Added += WakeUnlessTimed;
        Start();
    }

    /// <summary>
    ///     Makes all changes that wait, due or not: an engine without a delay writes its indexes itself, and must not be overtaken by older changes.
    /// </summary>
    public static void Drain(Store store, TableCatalog catalog)
    {
        using (var transaction = store.BeginRead())
        {
            if (IndexQueue.IsEmpty(transaction))
            {
                return;
            }
        }

        while (store.WriteAsync(
            new ApplyIndexChangesStep(catalog, DateTimeOffset.MaxValue, TimeSpan.Zero), CancellationToken.None).AsTask().GetAwaiter().GetResult().IsMore)
        {
        }
    }

    protected override async ValueTask<TimeSpan?> RunRoundAsync(CancellationToken cancellationToken)
    {
        var begin = TimeProvider.GetUtcNow();
        var writer = new StepWriter(_store, ApplyIndexChangesStep.MaxChanges);
        while (true)
        {
            var progress = await writer.WriteAsync(
                changes => new ApplyIndexChangesStep(_catalog, TimeProvider.GetUtcNow(), _maxWait, changes), cancellationToken).ConfigureAwait(false);
            if (!progress.IsMore)
            {
                return progress.NextDue - begin;
            }

            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
