using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Deletes expired items in the background; also fills and removes the indexes by expiry.</summary>
/// <remarks>Expired items are looked for once an interval, and only while a table has time to live: then with one seek in each such table.</remarks>
internal sealed class ExpiryWorker : BackgroundWorker
{
    private readonly Store _store;
    private readonly TableCatalog _catalog;
    private readonly TimeSpan _interval;
    private readonly Lock _lock = new();

    // When the interval began that ends with the next look for expired items; null while no table has time to live.
    private long? _intervalBegin;

    /// <param name="store">The store.</param>
    /// <param name="catalog">The tables.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="interval">Between two looks for expired items; infinite for none.</param>
    public ExpiryWorker(Store store, TableCatalog catalog, TimeProvider timeProvider, TimeSpan interval)
        : base(timeProvider)
    {
        _store = store;
        _catalog = catalog;
        _interval = interval;
        catalog.Changed += OnTablesChanged;
        BeginInterval();
        Start();
    }

    protected override async ValueTask<TimeSpan?> RunRoundAsync(CancellationToken cancellationToken)
    {
        var begin = TimeProvider.GetTimestamp();
        var isSweep = EndInterval(begin);
        foreach (var name in _catalog.Current.Tables.Where(HasTimeToLive).Select(static table => table.Name))
        {
            await TryAsync(() => BuildAsync(name, cancellationToken)).ConfigureAwait(false);
            if (isSweep)
            {
                await TryAsync(() => DeleteExpiredAsync(name, cancellationToken)).ConfigureAwait(false);
            }
        }

        await TryAsync(() => RemoveEntriesAsync(cancellationToken)).ConfigureAwait(false);
        return GetIntervalLeft(begin);
    }

    private static bool HasTimeToLive(TableSchema table) => table.Document.TimeToLive is not null;

    private void OnTablesChanged()
    {
        BeginInterval();
        Wake();
    }

    /// <summary>Begins the first interval with the first table that has time to live; none is left without one.</summary>
    private void BeginInterval()
    {
        var isNeeded = _interval != Timeout.InfiniteTimeSpan && _catalog.Current.Tables.Any(HasTimeToLive);
        lock (_lock)
        {
            _intervalBegin = isNeeded ? _intervalBegin ?? TimeProvider.GetTimestamp() : null;
        }
    }

    /// <summary>
    ///     Whether the interval is over; then the next one begins. A round that takes longer than an interval is followed by one more, not by as many as it
    ///     missed.
    /// </summary>
    private bool EndInterval(long now)
    {
        lock (_lock)
        {
            if (_intervalBegin is not { } begin || TimeProvider.GetElapsedTime(begin, now) < _interval)
            {
                return false;
            }

            _intervalBegin = now;
            return true;
        }
    }

    private TimeSpan? GetIntervalLeft(long now)
    {
        lock (_lock)
        {
            return _intervalBegin is { } begin ? _interval - TimeProvider.GetElapsedTime(begin, now) : null;
        }
    }

    private ValueTask BuildAsync(string tableName, CancellationToken cancellationToken)
        => RunStepsAsync(
            tableName, BuildExpiryStep.MaxItems, static (table, expiry, items) => new BuildExpiryStep(table, expiry, items), HasBuildWork, cancellationToken);

    private ValueTask DeleteExpiredAsync(string tableName, CancellationToken cancellationToken)
        => RunStepsAsync(
            tableName,
            DeleteExpiredStep.MaxItems,
            (table, expiry, items) => new DeleteExpiredStep(table, expiry, expiry.GetExpiredRange(TimeProvider.GetUtcNow()), items),
            HasExpired,
            cancellationToken);

    private async ValueTask RemoveEntriesAsync(CancellationToken cancellationToken)
    {
        var writer = new StepWriter(_store, RemoveExpiryStep.MaxEntries);
        while (HasRemovals()
            && await writer.WriteAsync(static entries => new RemoveExpiryStep(entries), cancellationToken).ConfigureAwait(false) == ExpiryStepResult.More)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async ValueTask RunStepsAsync(
        string tableName,
        int maxItems,
        Func<TableSchema, ExpiryIndex, int, IWriteOperation<ExpiryStepResult>> createStep,
        Func<TableSchema, ExpiryIndex, bool> hasWork,
        CancellationToken cancellationToken)
    {
        var writer = new StepWriter(_store, maxItems);
        var result = ExpiryStepResult.More;
        while (result != ExpiryStepResult.Done)
        {
            // The table may have been changed or deleted since the last step; a look costs a snapshot, a step the writer's lock.
            if (_catalog.Current.Find(tableName) is not { } table || ExpiryIndex.Of(table) is not { } expiry || !hasWork(table, expiry))
            {
                return;
            }

            result = await writer.WriteAsync(items => createStep(table, expiry, items), cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (result == ExpiryStepResult.Stale)
            {
                await Task.Yield(); // the new snapshot is published right after the change's commit
            }
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
        using var cursor = expiry.OpenExpired(transaction, expiry.GetExpiredRange(TimeProvider.GetUtcNow()));
        return cursor.MoveNext();
    }

    private bool HasRemovals()
    {
        using var transaction = _store.BeginRead();
        return RemoveExpiryStep.IsPending(transaction);
    }
}
