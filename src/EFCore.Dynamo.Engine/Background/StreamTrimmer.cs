using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Removes in the background what readers no longer see: records and shards after a day, streams a day after their end.</summary>
/// <remarks>Being late costs space and nothing else: readers look at the clock themselves.</remarks>
internal sealed class StreamTrimmer : BackgroundWorker
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Store _store;

    public StreamTrimmer(Store store, TimeProvider timeProvider)
        : base(timeProvider)
    {
        _store = store;
        Start();
    }

    /// <summary>Removes all that is over by now.</summary>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.GetUtcNow();
        foreach (var stream in ListStreams())
        {
            var isOver = StreamRetention.IsOver(stream, now);
            foreach (var shard in ListShards(stream))
            {
                var writer = new StepWriter(_store, TrimShardStep.MaxRecords);
                while (await writer.WriteAsync(
                    records => new TrimShardStep(stream.Id, shard.Ordinal, now, isOver, records), cancellationToken).ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }

            if (isOver)
            {
                await _store.WriteAsync(new RemoveStreamStep(stream), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    protected override async ValueTask<TimeSpan?> RunRoundAsync(CancellationToken cancellationToken)
    {
        await TrimAsync(cancellationToken).ConfigureAwait(false);
        return Interval;
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
