using System.Threading.Channels;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Removes the items of deleted tables in the background, in small transactions between those of the users; goes on after the next open where it was stopped.</summary>
internal sealed class TablePurger : IAsyncDisposable
{
    private readonly Store _store;

    private readonly Channel<TableSchema> _queue = Channel.CreateUnbounded<TableSchema>();

    private readonly CancellationTokenSource _stop = new();

    private readonly Task _worker;

    private long _pendingCount;

    public TablePurger(Store store, IReadOnlyList<TableSchema> deletedTables)
    {
        _store = store;
        foreach (var table in deletedTables)
            Add(table);
        _worker = Task.Run(RunAsync);
    }

    /// <summary>How many deleted tables still have items.</summary>
    public long PendingCount => Interlocked.Read(ref _pendingCount);

    public void Add(TableSchema table)
    {
        Interlocked.Increment(ref _pendingCount);
        _queue.Writer.TryWrite(table);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _worker.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var table in _queue.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                var step = new PurgeStep(table);
                while (await _store.WriteAsync(step, _stop.Token).ConfigureAwait(false))
                    _stop.Token.ThrowIfCancellationRequested();
                Interlocked.Decrement(ref _pendingCount);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The engine closes; what is left is purged after the next open.
        }
        catch (Errors.DynamoServiceException)
        {
            // A full disk or a damaged file: users' own writes report it. What is left is purged after the next open.
        }
    }
}
