using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>Where an enabled stream stands: one small entry, read and written with each record.</summary>
/// <remarks>
///     Layout, little-endian: next sequence number u64, next shard ordinal u32, then for each open shard its ordinal u32 and the time of opening in ticks i64.
///     A disabled stream has none.
/// </remarks>
internal ref struct StreamState
{
    public const int MaxBytes = HeaderBytes + (StreamOptions.MaxShardCount * ShardBytes);

    private const int HeaderBytes = 12;
    private const int ShardBytes = 12;

    private readonly Span<byte> _bytes;

    private StreamState(Span<byte> bytes) => _bytes = bytes;

    /// <summary>What the next record or shard takes.</summary>
    public readonly ulong NextSequenceNumber => BinaryPrimitives.ReadUInt64LittleEndian(_bytes);

    /// <summary>Copies the entry into the buffer; false where the stream is not enabled.</summary>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="buffer"><see cref="MaxBytes" /> long; what is returned lives in it.</param>
    /// <param name="state">The state.</param>
    public static bool TryRead(TransactionView transaction, uint streamId, Span<byte> buffer, out StreamState state)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        if (!transaction.TryGet(StreamKeys.WriteState(key, streamId), out var stored))
        {
            state = default;
            return false;
        }

        stored.CopyTo(buffer);
        state = new StreamState(buffer[..stored.Length]);
        return true;
    }

    /// <summary>That of a new stream; its shards are yet to be opened.</summary>
    public static StreamState Create(int shardCount, Span<byte> buffer)
    {
        var bytes = buffer[..(HeaderBytes + (shardCount * ShardBytes))];
        bytes.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, 1);
        return new StreamState(bytes);
    }

    public readonly ulong TakeSequenceNumber()
    {
        var number = NextSequenceNumber;
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes, number + 1);
        return number;
    }

    public readonly uint TakeShardOrdinal()
    {
        var ordinal = BinaryPrimitives.ReadUInt32LittleEndian(_bytes[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes[8..], ordinal + 1);
        return ordinal;
    }

    /// <summary>The open shard of a range of hashes.</summary>
    public readonly (uint Ordinal, DateTimeOffset Opened) GetOpenShard(int slot)
    {
        var at = _bytes[(HeaderBytes + (slot * ShardBytes))..];
        return (BinaryPrimitives.ReadUInt32LittleEndian(at), new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(at[4..]), TimeSpan.Zero));
    }

    public readonly void SetOpenShard(int slot, uint ordinal, DateTimeOffset opened)
    {
        var at = _bytes[(HeaderBytes + (slot * ShardBytes))..];
        BinaryPrimitives.WriteUInt32LittleEndian(at, ordinal);
        BinaryPrimitives.WriteInt64LittleEndian(at[4..], opened.UtcTicks);
    }

    public readonly void Write(WriteTransaction transaction, uint streamId)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        transaction.Put(StreamKeys.WriteState(key, streamId), _bytes);
    }
}
