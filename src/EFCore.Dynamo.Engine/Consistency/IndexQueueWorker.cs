using System.Threading.Channels;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Consistency;

/// <summary>Makes queued changes of global secondary indexes in the background when they are due; what a close leaves waits in the store.</summary>
internal sealed class IndexQueueWorker : IAsyncDisposable
{
    private readonly Store _store;

    private readonly TableCatalog _catalog;

    private readonly TimeProvider _timeProvider;

    private readonly Channel<bool> _rounds = Channel.CreateUnbounded<bool>();

    private readonly CancellationTokenSource _stop = new();

    private readonly ITimer _timer;

    private readonly Task _worker;

    // 1 while a round is asked for, or the timer stands at the first change that waits: later ones are not due before it.
    private int _isAwake = 1;

    private long _pendingCount;

    private IndexQueueWorker(Store store, TableCatalog catalog, TimeProvider timeProvider)
    {
        _store = store;
        _catalog = catalog;
        _timeProvider = timeProvider;
        _timer = timeProvider.CreateTimer(static worker => ((IndexQueueWorker)worker!).Ask(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan); // given here
        _worker = Task.Run(RunAsync);
        Ask();
    }

    /// <summary>Rounds that were asked for and are not over.</summary>
    public long PendingCount => Interlocked.Read(ref _pendingCount);

    /// <summary>Starts with what waits in the store.</summary>
    public static IndexQueueWorker Start(Store store, TableCatalog catalog, TimeProvider timeProvider, IndexQueue queue)
    {
        var worker = new IndexQueueWorker(store, catalog, timeProvider);
        queue.Added += worker.Wake;
        return worker;
    }

    /// <summary>Makes all changes that wait, due or not: an engine without a delay writes its indexes itself, and must not be overtaken by older changes.</summary>
    public static void Drain(Store store, TableCatalog catalog)
    {
        using (var transaction = store.BeginRead())
        {
            if (IndexQueue.IsEmpty(transaction))
                return;
        }

        while (store.WriteAsync(new ApplyIndexChangesStep(catalog, DateTimeOffset.MaxValue), CancellationToken.None).AsTask().GetAwaiter().GetResult().IsMore)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _timer.DisposeAsync().ConfigureAwait(false);
        await _worker.ConfigureAwait(false);
        _stop.Dispose();
    }

    /// <summary>Something was stored. Only asks: this runs inside the write's transaction, where a timer of the user's clock must not be touched.</summary>
    private void Wake()
    {
        if (Interlocked.Exchange(ref _isAwake, 1) == 0)
            Ask();
    }

    private void Ask()
    {
        Interlocked.Increment(ref _pendingCount);
        _rounds.Writer.TryWrite(true);
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var _ in _rounds.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                Interlocked.Exchange(ref _isAwake, 0);
                if (await RunRoundAsync().ConfigureAwait(false) is { } next)
                    SleepUntil(next);
                Interlocked.Decrement(ref _pendingCount);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The engine closes; what waits is made after the next open.
        }
    }

    private void SleepUntil(DateTimeOffset due)
    {
        Interlocked.Exchange(ref _isAwake, 1);
        var wait = due - _timeProvider.GetUtcNow();
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private async ValueTask<DateTimeOffset?> RunRoundAsync()
    {
        try
        {
            while (true)
            {
                var progress = await _store.WriteAsync(new ApplyIndexChangesStep(_catalog, _timeProvider.GetUtcNow()), _stop.Token).ConfigureAwait(false);
                if (!progress.IsMore)
                    return progress.NextDue;
                _stop.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
        catch (Errors.DynamoServiceException)
        {
            // A full disk or a damaged file: users' own writes report it. The next write with an index change tries again.
            return null;
        }
    }
}
