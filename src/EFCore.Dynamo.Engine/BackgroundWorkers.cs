using EFCore.Dynamo.Engine.Background;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Expiry;

namespace EFCore.Dynamo.Engine;

/// <summary>All loops of an engine, in the order in which they end.</summary>
internal sealed class BackgroundWorkers : IAsyncDisposable
{
    public BackgroundWorkers(EngineContext context, ExpiryOptions expiry)
    {
        Tables = new TableWorker(context);
        Expiry = new ExpiryWorker(context.Store, context.Catalog, context.TimeProvider, expiry.Interval);
        IndexQueue = context.Consistency.IndexQueue is { } queue ? new IndexQueueWorker(context.Store, context.Catalog, context.SteadyTime, queue) : null;
        Purger = new TablePurger(context.Store, context.Catalog, context.TimeProvider);
        StreamTrimmer = new StreamTrimmer(context.Store, context.TimeProvider);
    }

    public TableWorker Tables { get; }

    public ExpiryWorker Expiry { get; }

    /// <summary>Null where global secondary indexes do not lag.</summary>
    public IndexQueueWorker? IndexQueue { get; }

    public TablePurger Purger { get; }

    public StreamTrimmer StreamTrimmer { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in new BackgroundWorker?[] { Tables, Expiry, IndexQueue, Purger, StreamTrimmer })
        {
            if (worker is not null)
            {
                await worker.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
