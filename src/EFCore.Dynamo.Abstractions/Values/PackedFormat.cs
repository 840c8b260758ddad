using System.Buffers.Binary;

namespace EFCore.Dynamo.Values;

/// <summary>Offsets within the packed format (eng/adr/0002-packed-items.md).</summary>
internal static class PackedFormat
{
    /// <summary>Bytes of a list, set or map without elements.</summary>
    public const int EmptyContainerBytes = 8;

    /// <summary>Bytes before a map entry's name.</summary>
    public const int NameLengthBytes = 2;

    /// <summary>The packed NULL value.</summary>
    public static ReadOnlySpan<byte> Null => [(byte)AttributeType.Null];

    /// <summary>The payload of a list or map without elements.</summary>
    public static ReadOnlySpan<byte> EmptyContainer => [0, 0, 0, 0, EmptyContainerBytes, 0, 0, 0];

    /// <summary>Bytes of the count and the offset table.</summary>
    public static int GetHeaderBytes(int count) => checked((count + 2) * sizeof(int));

    public static int GetCount(ReadOnlySpan<byte> container)
        => container.IsEmpty ? 0 : BinaryPrimitives.ReadInt32LittleEndian(container);

    /// <summary>The bytes of one element, or of one map entry.</summary>
    public static ReadOnlySpan<byte> GetElement(ReadOnlySpan<byte> container, int index)
        => (uint)index < (uint)GetCount(container)
            ? GetElementUnchecked(container, index)
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"The container has {GetCount(container)} elements.");

    /// <summary>The same for an index that was compared with the count.</summary>
    public static ReadOnlySpan<byte> GetElementUnchecked(ReadOnlySpan<byte> container, int index)
    {
        // One read for both offsets.
        var offsets = BinaryPrimitives.ReadUInt64LittleEndian(container[((index + 1) * sizeof(int))..]);
        var start = (int)offsets;
        return container.Slice(start, (int)(offsets >> 32) - start);
    }

    /// <summary>Whether a map entry has this name.</summary>
    public static bool EntryHasName(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> utf8Name)
        => BinaryPrimitives.ReadUInt16LittleEndian(entry) == utf8Name.Length
            && entry.Slice(NameLengthBytes, utf8Name.Length).SequenceEqual(utf8Name);

    /// <summary>The name of a map entry.</summary>
    public static ReadOnlySpan<byte> GetEntryName(ReadOnlySpan<byte> entry)
        => entry.Slice(NameLengthBytes, BinaryPrimitives.ReadUInt16LittleEndian(entry));

    /// <summary>The packed value of a map entry.</summary>
    public static ReadOnlySpan<byte> GetEntryValue(ReadOnlySpan<byte> entry)
        => entry[(NameLengthBytes + BinaryPrimitives.ReadUInt16LittleEndian(entry))..];

    public static bool IsSet(AttributeType type) => type is AttributeType.NumberSet or AttributeType.StringSet or AttributeType.BinarySet;

    /// <summary>The type of the elements of a set.</summary>
    public static AttributeType GetElementType(AttributeType setType) => setType switch
    {
        AttributeType.NumberSet => AttributeType.Number,
        AttributeType.StringSet => AttributeType.String,
        AttributeType.BinarySet => AttributeType.Binary,
        _ => throw new ArgumentOutOfRangeException(nameof(setType), setType, "Not a set."),
    };

    public static bool IsContainer(AttributeType type) => type is >= AttributeType.NumberSet and <= AttributeType.Map;
}
