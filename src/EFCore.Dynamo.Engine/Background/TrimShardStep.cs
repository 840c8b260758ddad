using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Removes some of a shard's records that are over, and at last the shard.</summary>
/// <param name="streamId">The stream.</param>
/// <param name="shardOrdinal">The shard.</param>
/// <param name="now">The time.</param>
/// <param name="removesAll">Whether the whole stream is over.</param>
/// <param name="maxRecords">How many records at most.</param>
internal sealed class TrimShardStep(uint streamId, uint shardOrdinal, DateTimeOffset now, bool removesAll, int maxRecords) : IWriteOperation<bool>
{
    /// <summary>Some milliseconds of work: users' writes wait no longer than that for a step.</summary>
    public const int MaxRecords = 500;

    /// <summary>Whether there is more to do.</summary>
    public bool Execute(WriteTransaction transaction)
    {
        if (StreamShards.Find(transaction, streamId, shardOrdinal) is not { } shard)
        {
            return false;
        }

        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        for (var i = 0; i < maxRecords; i++)
        {
            if (FindFirst(transaction, out var sequenceNumber, out var isOver) && isOver)
            {
                transaction.Delete(StreamKeys.WriteRecord(key, streamId, shardOrdinal, sequenceNumber));
                shard = shard with { TrimmedThrough = sequenceNumber };
                continue;
            }

            if (removesAll || StreamRetention.IsOver(shard, now))
            {
                transaction.Delete(StreamKeys.WriteShard(key, streamId, shardOrdinal));
            }
            else if (i > 0)
            {
                StreamShards.Put(transaction, streamId, shard);
            }

            return false;
        }

        StreamShards.Put(transaction, streamId, shard);
        return true;
    }

    private bool FindFirst(WriteTransaction transaction, out ulong sequenceNumber, out bool isOver)
    {
        Span<byte> buffer = stackalloc byte[StreamKeys.MaxBytes];
        var prefix = StreamKeys.WriteRecords(buffer, streamId, shardOrdinal);
        using var cursor = transaction.OpenCursor();
        if (!cursor.SeekAtLeast(prefix) || !cursor.Key.StartsWith(prefix))
        {
            sequenceNumber = 0;
            isOver = false;
            return false;
        }

        sequenceNumber = StreamKeys.GetSequenceNumber(cursor.Key);
        isOver = removesAll || StreamRetention.IsOver(StreamRecordEntry.Read(cursor.Value).Created, now);
        return true;
    }
}
