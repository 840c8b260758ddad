using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>The stream record of one write: takes the next sequence number in its shard, whose child it opens where the shard's time is over.</summary>
internal sealed class StreamConsequence(TableSchema table, StreamDocument stream, StreamChange change) : ItemConsequence
{
    public override void Apply(WriteTransaction transaction, TableStatistics statistics)
    {
        Span<byte> buffer = stackalloc byte[StreamState.MaxBytes];
        if (!StreamState.TryRead(transaction, stream.Id, buffer, out var state))
        {
            throw new System.Diagnostics.UnreachableException("A table's enabled stream has no state.");
        }

        var now = transaction.GetUtcNow();
        var slot = stream.ShardCount == 1 ? 0 : table.Items.GetSegment(change.Keys.Span, stream.ShardCount);
        var (shard, opened) = state.GetOpenShard(slot);

        // A shard from the future was opened before the clock was set back, and would take records until the clock has caught up.
        if (now - opened >= stream.ShardLifetime || now < opened)
        {
            shard = StreamShards.Roll(transaction, stream, state, slot, now);
        }

        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        var room = transaction.Reserve(StreamKeys.WriteRecord(key, stream.Id, shard, state.TakeSequenceNumber()), StreamRecordEntry.GetSizeBytes(change));
        StreamRecordEntry.Write(room, now, change);
        state.Write(transaction, stream.Id);
    }
}
