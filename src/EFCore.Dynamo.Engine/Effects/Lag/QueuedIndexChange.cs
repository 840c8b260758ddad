using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>A change of one entry of a global secondary index that waits for its time. Its bytes are part of the format.</summary>
/// <remarks>
///     Key: keyspace, then u64 big-endian, growing. Value: due i64 ticks, table u32, index u32, length of the old entry i32 (−1 for none), the old entry, the
///     new entry (nothing for none); little-endian.
/// </remarks>
/// <param name="DueTicks">When it is made, in UTC ticks; never before that of an earlier change.</param>
/// <param name="TableId">The table.</param>
/// <param name="IndexId">The index.</param>
/// <param name="OldEntry">The entry before; null where there was none.</param>
/// <param name="NewEntry">The entry after; null where there is none.</param>
internal sealed record QueuedIndexChange(long DueTicks, uint TableId, uint IndexId, Item? OldEntry, Item? NewEntry)
{
    public const int KeyBytes = 9;

    private const int HeadBytes = 20;

    public static ReadOnlySpan<byte> Prefix => [(byte)Keyspace.IndexQueue];

    public static void WriteKey(Span<byte> destination, ulong sequence)
    {
        Prefix.CopyTo(destination);
        BinaryPrimitives.WriteUInt64BigEndian(destination[1..], sequence);
    }

    public static ulong ReadSequence(ReadOnlySpan<byte> key) => BinaryPrimitives.ReadUInt64BigEndian(key[1..]);

    public static long ReadDueTicks(ReadOnlySpan<byte> value) => BinaryPrimitives.ReadInt64LittleEndian(value);

    public static QueuedIndexChange Read(ReadOnlySpan<byte> value)
    {
        var oldBytes = BinaryPrimitives.ReadInt32LittleEndian(value[16..]);
        var entries = value[HeadBytes..];
        var newEntry = entries[Math.Max(oldBytes, 0)..];
        return new QueuedIndexChange(
            ReadDueTicks(value),
            BinaryPrimitives.ReadUInt32LittleEndian(value[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(value[12..]),
            oldBytes < 0 ? null : Item.FromPackedUnchecked(entries[..oldBytes].ToArray()),
            newEntry.IsEmpty ? null : Item.FromPackedUnchecked(newEntry.ToArray()));
    }

    public byte[] ToBytes()
    {
        var oldBytes = OldEntry is { } old ? old.Span.PackedBytes : default;
        var newBytes = NewEntry is { } added ? added.Span.PackedBytes : default;
        var value = new byte[HeadBytes + oldBytes.Length + newBytes.Length];
        BinaryPrimitives.WriteInt64LittleEndian(value, DueTicks);
        BinaryPrimitives.WriteUInt32LittleEndian(value.AsSpan(8), TableId);
        BinaryPrimitives.WriteUInt32LittleEndian(value.AsSpan(12), IndexId);
        BinaryPrimitives.WriteInt32LittleEndian(value.AsSpan(16), OldEntry is null ? -1 : oldBytes.Length);
        oldBytes.CopyTo(value.AsSpan(HeadBytes));
        newBytes.CopyTo(value.AsSpan(HeadBytes + oldBytes.Length));
        return value;
    }
}
