using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Streams;

/// <summary>The enabled stream of a table, as writes see it.</summary>
internal sealed class TableStream(StreamDocument document)
{
    public StreamDocument Document { get; } = document;

    public uint Id => Document.Id;

    public bool HasOldImages { get; } = document.ViewType is StreamViewType.OldImage or StreamViewType.NewAndOldImages;

    private bool HasNewImages { get; } = document.ViewType is StreamViewType.NewImage or StreamViewType.NewAndOldImages;

    /// <summary>Writes the record of a write that changes its item, in the write's own transaction.</summary>
    /// <param name="transaction">The write's; the clock is the store's.</param>
    /// <param name="table">The table.</param>
    /// <param name="change">What happens to the item; in memory of its own.</param>
    public void Append(WriteTransaction transaction, TableSchema table, in StreamChange change)
    {
        Span<byte> buffer = stackalloc byte[StreamState.MaxBytes];
        if (!StreamState.TryRead(transaction, Id, buffer, out var state))
            throw new System.Diagnostics.UnreachableException("A table's enabled stream has no state.");

        var now = transaction.GetUtcNow();
        var slot = Document.ShardCount == 1 ? 0 : table.Items.GetSegment(change.Keys.Span, Document.ShardCount);
        var (shard, opened) = state.GetOpenShard(slot);
        if (now - opened >= Document.ShardLifetime)
            shard = StreamShards.Roll(transaction, Id, state, slot, now);

        var newImage = HasNewImages ? change.NewItem : null;
        var oldImage = HasOldImages ? change.OldItem : null;
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        var room = transaction.Reserve(
            StreamKeys.WriteRecord(key, Id, shard, state.TakeSequenceNumber()), StreamRecordEntry.GetSizeBytes(change.Keys, newImage, oldImage));
        StreamRecordEntry.Write(room, now, change, newImage, oldImage);
        state.Write(transaction, Id);
    }
}
