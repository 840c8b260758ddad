using System.Buffers.Binary;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>A record as it is stored: time, event, and the packed bytes of keys and images, which are those of the item.</summary>
/// <remarks>
///     Layout, little-endian: ticks i64, event u8, flags u8 (bit 0: written by the service), size by the service's rule i32, lengths i32 of keys, new and old
///     image (−1: none), then their bytes. A span over the store's memory.
/// </remarks>
internal readonly ref struct StreamRecordEntry
{
    private const int HeaderBytes = 8 + 1 + 1 + 4 + (3 * 4);
    private const byte ServiceWrite = 1;

    private readonly ReadOnlySpan<byte> _bytes;

    private StreamRecordEntry(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public DateTimeOffset Created => new(BinaryPrimitives.ReadInt64LittleEndian(_bytes), TimeSpan.Zero);

    public OperationType EventName => (OperationType)_bytes[8];

    public bool IsServiceWrite => (_bytes[9] & ServiceWrite) != 0;

    /// <summary>Keys and images by the service's size rule.</summary>
    public int SizeBytes => BinaryPrimitives.ReadInt32LittleEndian(_bytes[10..]);

    private int KeysBytes => BinaryPrimitives.ReadInt32LittleEndian(_bytes[14..]);

    private int NewImageBytes => BinaryPrimitives.ReadInt32LittleEndian(_bytes[18..]);

    private int OldImageBytes => BinaryPrimitives.ReadInt32LittleEndian(_bytes[22..]);

    public static StreamRecordEntry Read(ReadOnlySpan<byte> stored) => new(stored);

    public static int GetSizeBytes(in StreamChange change)
        => HeaderBytes + change.Keys.PackedBytes.Length + (change.NewImage?.PackedBytes.Length ?? 0) + (change.OldImage?.PackedBytes.Length ?? 0);

    /// <summary>Fills the given room, which is exactly as long as the record.</summary>
    /// <param name="room">In the store's memory.</param>
    /// <param name="created">When the write happens.</param>
    /// <param name="change">What it tells.</param>
    public static void Write(Span<byte> room, DateTimeOffset created, in StreamChange change)
    {
        BinaryPrimitives.WriteInt64LittleEndian(room, created.UtcTicks);
        room[8] = (byte)change.EventName;
        room[9] = change.IsServiceWrite ? ServiceWrite : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(room[10..], change.Keys.SizeBytes + (change.NewImage?.SizeBytes ?? 0) + (change.OldImage?.SizeBytes ?? 0));
        var at = HeaderBytes;
        WritePart(room, 14, change.Keys, ref at);
        WritePart(room, 18, change.NewImage, ref at);
        WritePart(room, 22, change.OldImage, ref at);
    }

    public Item GetKeys() => Copy(HeaderBytes, KeysBytes);

    public Item? GetNewImage() => NewImageBytes < 0 ? null : Copy(HeaderBytes + KeysBytes, NewImageBytes);

    public Item? GetOldImage() => OldImageBytes < 0 ? null : Copy(HeaderBytes + KeysBytes + Math.Max(NewImageBytes, 0), OldImageBytes);

    private static void WritePart(Span<byte> room, int lengthAt, Item? item, ref int at)
    {
        var packed = item is { } present ? present.PackedBytes.Span : default;
        BinaryPrimitives.WriteInt32LittleEndian(room[lengthAt..], item is null ? -1 : packed.Length);
        packed.CopyTo(room[at..]);
        at += packed.Length;
    }

    private Item Copy(int start, int length) => Item.FromPackedUnchecked(_bytes.Slice(start, length).ToArray());
}
