using EFCore.Dynamo.Engine.Operations;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Runs the <see cref="TableWork" /> of all tables in the background: at the open, whenever a table changed, and when a status ends.</summary>
internal sealed class TableWorker : IAsyncDisposable
{
    /// <summary>How long after a failure the work is tried again, unless something changes before.</summary>
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    private readonly EngineContext _context;

    private readonly CancellationTokenSource _stop = new();

    private readonly Task _worker;

    public TableWorker(EngineContext context)
    {
        _context = context;
        _worker = Task.Run(RunAsync);
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
            while (true)
            {
                // What ends from here on is not certain to have been seen to have ended.
                var lookedAt = _context.TimeProvider.GetUtcNow();
                var isDone = await WorkAsync().ConfigureAwait(false);
                await WaitAsync(lookedAt, isDone).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The engine closes; what is left goes on after the next open.
        }
    }

    /// <summary>Does what is due; false where that failed.</summary>
    private async ValueTask<bool> WorkAsync()
    {
        try
        {
            bool isWorking;
            do
            {
                isWorking = false;
                foreach (var table in _context.Catalog.Current.Tables)
                {
                    if (TableWork.IsPendingFor(table))
                        isWorking |= await TableWork.StepAsync(_context, table, _stop.Token).ConfigureAwait(false);
                }
            }
            while (isWorking);
            return true;
        }
        catch (Errors.DynamoServiceException)
        {
            // A full disk or a damaged file: users' own writes report it.
            return false;
        }
    }

    private async ValueTask WaitAsync(DateTimeOffset lookedAt, bool isDone)
    {
        var end = isDone ? _context.Catalog.Current.Tables.Min(table => TableWork.GetNextEnd(table, lookedAt)) : lookedAt + RetryInterval;
        var wait = end - _context.TimeProvider.GetUtcNow();
        using var timer = wait > TimeSpan.Zero
            ? _context.TimeProvider.CreateTimer(static signal => ((TableWorkSignal)signal!).Wake(), _context.TableWork, wait.Value, Timeout.InfiniteTimeSpan) // given here
            : null;

        // A status that ended since the look, or a clock that jumped before the timer stood: nothing else would wake.
        if (end <= _context.TimeProvider.GetUtcNow())
            _context.TableWork.Wake();
        await _context.TableWork.WaitAsync(_stop.Token).ConfigureAwait(false);
    }
}
