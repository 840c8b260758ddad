using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Streams;

/// <summary>Removes in the background what readers no longer see: records and shards after a day, streams a day after their end.</summary>
/// <remarks>In small transactions between those of the users. Being late costs space and nothing else: readers look at the clock themselves.</remarks>
internal sealed class StreamTrimmer : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Store _store;

    private readonly TimeProvider _timeProvider;

    private readonly CancellationTokenSource _stop = new();

    private readonly Task _worker;

    public StreamTrimmer(Store store, TimeProvider timeProvider)
    {
        _store = store;
        _timeProvider = timeProvider;
        _worker = Task.Run(RunAsync);
    }

    /// <summary>Removes all that is over by now.</summary>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        var now = _timeProvider.GetUtcNow();
        foreach (var stream in ListStreams())
        {
            var isOver = StreamRetention.IsOver(stream, now);
            foreach (var shard in ListShards(stream))
            {
                var step = new TrimShardStep(stream.Id, shard.Ordinal, now, isOver);
                while (await _store.WriteAsync(step, cancellationToken).ConfigureAwait(false))
                    cancellationToken.ThrowIfCancellationRequested();
            }

            if (isOver)
                await _store.WriteAsync(new RemoveStreamStep(stream), cancellationToken).ConfigureAwait(false);
        }
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
                await TryTrimAsync().ConfigureAwait(false);
                await Task.Delay(Interval, _timeProvider, _stop.Token).ConfigureAwait(false);

                // A clock of the user's fires its timers on whatever thread it likes, one that is inside a transaction too.
                await Task.Yield();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The engine closes; what is left is removed after the next open.
        }
    }

    private async Task TryTrimAsync()
    {
        try
        {
            await TrimAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (DynamoServiceException)
        {
            // A full disk or a damaged file: users' own writes report it. What is left is removed the next time.
        }
    }

    private List<StreamDocument> ListStreams()
    {
        using var transaction = _store.BeginRead();
        return StreamDirectory.ListStored(transaction);
    }

    private List<ShardDocument> ListShards(StreamDocument stream)
    {
        using var transaction = _store.BeginRead();
        return StreamShards.ListStored(transaction, stream.Id);
    }
}
