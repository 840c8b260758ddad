using System.Buffers.Binary;
using System.Text.Json;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>The streams of a data file: enabled ones, and disabled ones until they are removed.</summary>
internal static class StreamDirectory
{
    /// <summary>The id that the next new stream takes.</summary>
    public static uint GetNextId(TransactionView transaction)
        => transaction.TryGet(StreamKeys.NextId, out var stored) ? BinaryPrimitives.ReadUInt32LittleEndian(stored) : 1;

    /// <summary>Starts a stream with the next id: its description, its first shards, its state.</summary>
    public static void Add(WriteTransaction transaction, StreamDocument stream)
    {
        Put(transaction, stream);
        Span<byte> buffer = stackalloc byte[StreamState.MaxBytes];
        var state = StreamState.Create(stream.ShardCount, buffer);
        StreamShards.OpenAll(transaction, stream, state);
        state.Write(transaction, stream.Id);
        Span<byte> nextId = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(nextId, stream.Id + 1);
        transaction.Put(StreamKeys.NextId, nextId);
    }

    /// <summary>Ends a stream: its shards are closed, and what it holds stays readable for a day.</summary>
    /// <param name="transaction">The change's.</param>
    /// <param name="stream">Already with the time of its end.</param>
    public static void Disable(WriteTransaction transaction, StreamDocument stream)
    {
        var now = stream.DisabledDateTime ?? throw new ArgumentException("The stream has no end.", nameof(stream));
        Span<byte> buffer = stackalloc byte[StreamState.MaxBytes];
        if (!StreamState.TryRead(transaction, stream.Id, buffer, out var state))
        {
            throw new System.Diagnostics.UnreachableException("An enabled stream has no state.");
        }

        StreamShards.CloseAll(transaction, stream, state, now);
        Put(transaction, stream);
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        transaction.Delete(StreamKeys.WriteState(key, stream.Id));
    }

    /// <summary>The stream that a reader sees under these names, or null.</summary>
    public static StreamDocument? Find(TransactionView transaction, string tableName, string label, DateTimeOffset now)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        if (!transaction.TryGet(StreamKeys.WriteDescription(key, tableName, label), out var stored))
        {
            return null;
        }

        var stream = Deserialize(stored);
        return StreamRetention.IsOver(stream, now) ? null : stream;
    }

    /// <summary>Whether the table's name had a stream of that label, which no other may have then.</summary>
    public static bool Contains(TransactionView transaction, string tableName, string label)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        return transaction.TryGet(StreamKeys.WriteDescription(key, tableName, label), out _);
    }

    /// <summary>The streams that a reader sees, of one table or of all, by table name and label.</summary>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="tableName">Null lists all.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="maxCount">How many at most.</param>
    /// <param name="now">The time.</param>
    public static List<StreamDocument> List(
        TransactionView transaction, string? tableName, (string TableName, string Label)? after, int maxCount, DateTimeOffset now)
    {
        Span<byte> prefixBuffer = stackalloc byte[StreamKeys.MaxBytes];
        Span<byte> startBuffer = stackalloc byte[StreamKeys.MaxBytes];
        var prefix = tableName is null ? StreamKeys.Descriptions : StreamKeys.WriteDescriptions(prefixBuffer, tableName);
        var start = after is { } last ? StreamKeys.WriteDescription(startBuffer, last.TableName, last.Label) : prefix;
        if (start.SequenceCompareTo(prefix) < 0)
        {
            start = prefix;
        }

        var streams = new List<StreamDocument>();
        using var cursor = transaction.OpenCursor();
        for (var found = cursor.SeekAtLeast(start); found && cursor.Key.StartsWith(prefix) && streams.Count < maxCount; found = cursor.MoveNext())
        {
            if (after is not null && cursor.Key.SequenceEqual(start))
            {
                continue;
            }

            var stream = Deserialize(cursor.Value);
            if (!StreamRetention.IsOver(stream, now))
            {
                streams.Add(stream);
            }
        }

        return streams;
    }

    /// <summary>All streams that are stored, also those that only wait for their removal.</summary>
    public static List<StreamDocument> ListStored(TransactionView transaction) => List(transaction, null, null, int.MaxValue, DateTimeOffset.MinValue);

    private static void Put(WriteTransaction transaction, StreamDocument stream)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        transaction.Put(
            StreamKeys.WriteDescription(key, stream.TableName, stream.Label),
            JsonSerializer.SerializeToUtf8Bytes(stream, CatalogJsonContext.Default.StreamDocument));
    }

    private static StreamDocument Deserialize(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, CatalogJsonContext.Default.StreamDocument)
        ?? throw new InvalidDataException("The data file holds an empty stream description: it is damaged.");
}
