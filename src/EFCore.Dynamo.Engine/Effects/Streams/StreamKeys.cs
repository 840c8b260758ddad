using System.Buffers.Binary;
using System.Text;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>The store's keys inside <see cref="Keyspace.Stream" />: a kind, then the stream. Part of the format.</summary>
internal static class StreamKeys
{
    /// <summary>The longest that any method here writes: two bytes, a table's name, a zero, a label.</summary>
    public const int MaxBytes = 2 + 255 + 1 + 64;

    private const byte DescriptionKind = 0;
    private const byte ShardKind = 1;
    private const byte StateKind = 2;
    private const byte RecordKind = 3;
    private const byte NextIdKind = 4;

    /// <summary>The next stream's id, u32.</summary>
    public static ReadOnlySpan<byte> NextId => [(byte)Keyspace.Stream, NextIdKind];

    /// <summary>Prefix of the descriptions of all streams, by table name and label: the order of ListStreams.</summary>
    public static ReadOnlySpan<byte> Descriptions => [(byte)Keyspace.Stream, DescriptionKind];

    /// <summary>Prefix of the descriptions of one table's streams, also of those of deleted tables with the name.</summary>
    public static ReadOnlySpan<byte> WriteDescriptions(Span<byte> destination, string tableName)
    {
        Descriptions.CopyTo(destination);
        var length = 2 + Encoding.UTF8.GetBytes(tableName, destination[2..]);
        destination[length] = 0;
        return destination[..(length + 1)];
    }

    public static ReadOnlySpan<byte> WriteDescription(Span<byte> destination, string tableName, string label)
    {
        var length = WriteDescriptions(destination, tableName).Length;
        return destination[..(length + Encoding.UTF8.GetBytes(label, destination[length..]))];
    }

    /// <summary>Prefix of a stream's shards, in the order of opening.</summary>
    public static ReadOnlySpan<byte> WriteShards(Span<byte> destination, uint streamId) => Write(destination, ShardKind, streamId);

    public static ReadOnlySpan<byte> WriteShard(Span<byte> destination, uint streamId, uint ordinal)
    {
        Write(destination, ShardKind, streamId);
        BinaryPrimitives.WriteUInt32BigEndian(destination[6..], ordinal);
        return destination[..10];
    }

    public static ReadOnlySpan<byte> WriteState(Span<byte> destination, uint streamId) => Write(destination, StateKind, streamId);

    /// <summary>Prefix of a shard's records, in the order of writing.</summary>
    public static ReadOnlySpan<byte> WriteRecords(Span<byte> destination, uint streamId, uint shardOrdinal)
    {
        Write(destination, RecordKind, streamId);
        BinaryPrimitives.WriteUInt32BigEndian(destination[6..], shardOrdinal);
        return destination[..10];
    }

    public static ReadOnlySpan<byte> WriteRecord(Span<byte> destination, uint streamId, uint shardOrdinal, ulong sequenceNumber)
    {
        WriteRecords(destination, streamId, shardOrdinal);
        BinaryPrimitives.WriteUInt64BigEndian(destination[10..], sequenceNumber);
        return destination[..18];
    }

    /// <summary>The sequence number in a record's key.</summary>
    public static ulong GetSequenceNumber(ReadOnlySpan<byte> recordKey) => BinaryPrimitives.ReadUInt64BigEndian(recordKey[10..]);

    private static ReadOnlySpan<byte> Write(Span<byte> destination, byte kind, uint streamId)
    {
        destination[0] = (byte)Keyspace.Stream;
        destination[1] = kind;
        BinaryPrimitives.WriteUInt32BigEndian(destination[2..], streamId);
        return destination[..6];
    }
}
