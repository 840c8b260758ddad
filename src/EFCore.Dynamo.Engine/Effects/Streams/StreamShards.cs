using System.Text.Json;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>The shards of a stream: opened with it, followed by a child when their time is over, closed when it is disabled.</summary>
internal static class StreamShards
{
    /// <summary>Opens the first shards of a new stream.</summary>
    public static void OpenAll(WriteTransaction transaction, StreamDocument stream, StreamState state)
    {
        for (var slot = 0; slot < stream.ShardCount; slot++)
        {
            Open(transaction, stream, state, slot, parentShardId: null, stream.CreationRequestDateTime);
        }
    }

    /// <summary>Closes all shards of a stream that is being disabled.</summary>
    public static void CloseAll(WriteTransaction transaction, StreamDocument stream, StreamState state, DateTimeOffset now)
    {
        for (var slot = 0; slot < stream.ShardCount; slot++)
        {
            Close(transaction, stream.Id, state, slot, now);
        }
    }

    /// <summary>Closes the open shard of a range of hashes and opens its child.</summary>
    /// <returns>The child's ordinal.</returns>
    public static uint Roll(WriteTransaction transaction, StreamDocument stream, StreamState state, int slot, DateTimeOffset now)
        => Open(transaction, stream, state, slot, Close(transaction, stream.Id, state, slot, now), now);

    public static ShardDocument? Find(TransactionView transaction, uint streamId, uint ordinal)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        return transaction.TryGet(StreamKeys.WriteShard(key, streamId, ordinal), out var stored) ? Deserialize(stored) : null;
    }

    /// <summary>The shards that a reader sees, by id, which is the order of opening.</summary>
    public static List<ShardDocument> List(TransactionView transaction, uint streamId, DateTimeOffset now)
    {
        var shards = ListStored(transaction, streamId);
        shards.RemoveAll(shard => StreamRetention.IsOver(shard, now));
        shards.Sort(static (left, right) => string.CompareOrdinal(left.ShardId, right.ShardId));
        return shards;
    }

    /// <summary>All shards that are stored, also those that only wait for their removal.</summary>
    public static List<ShardDocument> ListStored(TransactionView transaction, uint streamId)
    {
        Span<byte> buffer = stackalloc byte[StreamKeys.MaxBytes];
        var prefix = StreamKeys.WriteShards(buffer, streamId);
        var shards = new List<ShardDocument>();
        using var cursor = transaction.OpenCursor();
        for (var found = cursor.SeekAtLeast(prefix); found && cursor.Key.StartsWith(prefix); found = cursor.MoveNext())
        {
            shards.Add(Deserialize(cursor.Value));
        }

        return shards;
    }

    /// <summary>The number of the newest record that the shard may have.</summary>
    public static ulong GetLastSequenceNumber(TransactionView transaction, uint streamId, ShardDocument shard)
    {
        if (shard.End is { } end)
        {
            return end;
        }

        Span<byte> buffer = stackalloc byte[StreamState.MaxBytes];
        return StreamState.TryRead(transaction, streamId, buffer, out var state)
            ? state.NextSequenceNumber - 1
            : throw new System.Diagnostics.UnreachableException("A stream with an open shard has no state.");
    }

    public static void Put(WriteTransaction transaction, uint streamId, ShardDocument shard)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        transaction.Put(
            StreamKeys.WriteShard(key, streamId, shard.Ordinal), JsonSerializer.SerializeToUtf8Bytes(shard, CatalogJsonContext.Default.ShardDocument));
    }

    private static uint Open(WriteTransaction transaction, StreamDocument stream, StreamState state, int slot, string? parentShardId, DateTimeOffset now)
    {
        var ordinal = state.TakeShardOrdinal();
        Put(
            transaction,
            stream.Id,
            new ShardDocument(ordinal, ShardIds.Create(stream.Id, ordinal, stream.CreationRequestDateTime), parentShardId, state.TakeSequenceNumber()));
        state.SetOpenShard(slot, ordinal, now);
        return ordinal;
    }

    private static string Close(WriteTransaction transaction, uint streamId, StreamState state, int slot, DateTimeOffset now)
    {
        var (ordinal, _) = state.GetOpenShard(slot);
        var shard = Find(transaction, streamId, ordinal) ?? throw new System.Diagnostics.UnreachableException("An open shard is not stored.");
        Put(transaction, streamId, shard with { End = state.NextSequenceNumber - 1, ClosedDateTime = now });
        return shard.ShardId;
    }

    private static ShardDocument Deserialize(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, CatalogJsonContext.Default.ShardDocument)
        ?? throw new InvalidDataException("A stream holds an empty shard: the data file is damaged.");
}
