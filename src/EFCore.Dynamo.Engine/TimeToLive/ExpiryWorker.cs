using System.Threading.Channels;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.TimeToLive;

/// <summary>Deletes expired items in the background, in small transactions between those of the users; also fills and removes the indexes by expiry.</summary>
/// <remarks>
///     One round an interval, and only while a table has time to live: then it looks at each such table with one seek. What a close interrupts is stored, and goes on after the next open.
/// </remarks>
internal sealed class ExpiryWorker : IAsyncDisposable
{
    /// <summary>What a timer takes.</summary>
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(49);

    private readonly Store _store;

    private readonly TableCatalog _catalog;

    private readonly TimeProvider _timeProvider;

    private readonly TimeSpan _interval;

    // Each element stands for one round; true where it deletes expired items.
    private readonly Channel<bool> _rounds = Channel.CreateUnbounded<bool>();

    private readonly CancellationTokenSource _stop = new();

    private readonly Lock _lock = new();

    private readonly Task _worker;

    private ITimer? _timer;

    private long _pendingCount;

    private int _isSweepPending;

    /// <param name="store">The store.</param>
    /// <param name="catalog">The tables.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="interval">Between two rounds; infinite for none.</param>
    public ExpiryWorker(Store store, TableCatalog catalog, TimeProvider timeProvider, TimeSpan interval)
    {
        _store = store;
        _catalog = catalog;
        _timeProvider = timeProvider;
        _interval = interval;
        _worker = Task.Run(RunAsync);
        OnTablesChanged();
    }

    /// <summary>Whether it wakes by itself: from the first table with time to live on.</summary>
    public bool HasTimer
    {
        get
        {
            lock (_lock)
                return _timer is not null;
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">No timer takes the interval.</exception>
    public static void ThrowIfInvalid(TimeSpan interval)
    {
        if (interval != Timeout.InfiniteTimeSpan && (interval < TimeSpan.FromMilliseconds(1) || interval > MaxInterval))
            throw new ArgumentOutOfRangeException(nameof(EmbeddedDynamoOptions.TimeToLiveInterval), interval, "An interval is a millisecond to 49 days, or infinite.");
    }

    /// <summary>Rounds that were asked for and are not over.</summary>
    public long PendingCount => Interlocked.Read(ref _pendingCount);

    /// <summary>Time to live was switched on or off somewhere, or may have been before the store was opened.</summary>
    public void OnTablesChanged()
    {
        Ask(isSweep: false);
        if (_interval == Timeout.InfiniteTimeSpan || !_catalog.Current.Tables.Any(static table => table.Expiry is not null))
            return;
        lock (_lock)
            _timer ??= _timeProvider.CreateTimer(static worker => ((ExpiryWorker)worker!).OnInterval(), this, _interval, _interval);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_timer is not null)
            await _timer.DisposeAsync().ConfigureAwait(false);
        await _worker.ConfigureAwait(false);
        _stop.Dispose();
    }

    private void OnInterval()
    {
        // A round that takes longer than the interval is followed by one more, not by as many as it missed.
        if (Interlocked.Exchange(ref _isSweepPending, 1) == 0)
            Ask(isSweep: true);
    }

    private void Ask(bool isSweep)
    {
        Interlocked.Increment(ref _pendingCount);
        _rounds.Writer.TryWrite(isSweep);
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var isSweep in _rounds.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                if (isSweep)
                    Volatile.Write(ref _isSweepPending, 0);
                await RunRoundAsync(isSweep).ConfigureAwait(false);
                Interlocked.Decrement(ref _pendingCount);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The engine closes; what is left is done after the next open.
        }
    }

    private async Task RunRoundAsync(bool isSweep)
    {
        try
        {
            foreach (var name in _catalog.Current.Tables.Where(static table => table.Expiry is not null).Select(static table => table.Name))
            {
                await RunStepsAsync(name, static (table, expiry, _) => new BuildExpiryStep(table, expiry), HasBuildWork).ConfigureAwait(false);
                if (isSweep)
                    await RunStepsAsync(name, static (table, expiry, now) => new DeleteExpiredStep(table, expiry, expiry.GetExpiredRange(now)), HasExpired).ConfigureAwait(false);
            }

            if (HasRemovals())
                while (await _store.WriteAsync(new RemoveExpiryStep(), _stop.Token).ConfigureAwait(false) == ExpiryStepResult.More)
                    _stop.Token.ThrowIfCancellationRequested();
        }
        catch (Errors.DynamoServiceException)
        {
            // A full disk or a damaged file: users' own writes report it. The next round tries again.
        }
    }

    private async Task RunStepsAsync(
        string tableName, Func<TableSchema, ExpiryIndex, DateTimeOffset, IWriteOperation<ExpiryStepResult>> createStep, Func<TableSchema, ExpiryIndex, bool> hasWork)
    {
        var result = ExpiryStepResult.More;
        while (result != ExpiryStepResult.Done)
        {
            // The table may have been changed or deleted since the last step; a look costs a snapshot, a step the writer's lock.
            if (_catalog.Current.Find(tableName) is not { Expiry: { } expiry } table || !hasWork(table, expiry))
                return;
            result = await _store.WriteAsync(createStep(table, expiry, _timeProvider.GetUtcNow()), _stop.Token).ConfigureAwait(false);
            _stop.Token.ThrowIfCancellationRequested();
            if (result == ExpiryStepResult.Stale)
                await Task.Yield(); // the new snapshot is published right after the change's commit
        }
    }

    private bool HasBuildWork(TableSchema table, ExpiryIndex expiry)
    {
        using var transaction = _store.BeginRead();
        return BuildExpiryStep.IsBuilding(transaction, table);
    }

    private bool HasExpired(TableSchema table, ExpiryIndex expiry)
    {
        using var transaction = _store.BeginRead();
        using var cursor = expiry.OpenExpired(transaction, expiry.GetExpiredRange(_timeProvider.GetUtcNow()));
        return cursor.MoveNext();
    }

    private bool HasRemovals()
    {
        using var transaction = _store.BeginRead();
        return RemoveExpiryStep.IsPending(transaction);
    }
}
