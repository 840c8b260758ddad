using System.Buffers.Binary;
using System.Text.Unicode;

namespace EFCore.Dynamo.Values;

/// <summary>Checks that bytes from outside are a canonical packed item or value.</summary>
internal ref struct PackedValidator
{
    private readonly ReadOnlySpan<byte> _packed;

    private PackedValidator(ReadOnlySpan<byte> packed) => _packed = packed;

    /// <exception cref="InvalidPackedItemException">The bytes are not a packed value.</exception>
    public static void ValidateValue(ReadOnlySpan<byte> packed) => new PackedValidator(packed).Value(0, packed.Length, 0);

    /// <exception cref="InvalidPackedItemException">The bytes are not the payload of a map.</exception>
    public static void ValidateMap(ReadOnlySpan<byte> packed) => new PackedValidator(packed).Map(0, packed.Length, 0);

    private readonly void Value(int start, int end, int depth)
    {
        if (start == end)
        {
            throw Invalid("a value without a type tag", start);
        }

        var type = (AttributeType)_packed[start];
        var payload = _packed[(start + 1)..end];
        var isValid = type switch
        {
            AttributeType.Null => payload.IsEmpty,
            AttributeType.Boolean => payload is [0 or 1],
            AttributeType.Number => IsCanonicalNumber(payload),
            AttributeType.String => Utf8.IsValid(payload),
            AttributeType.Binary => true,
            >= AttributeType.NumberSet and <= AttributeType.BinarySet => Set(start + 1, end, PackedFormat.GetElementType(type), depth),
            AttributeType.List => List(start + 1, end, depth),
            AttributeType.Map => Map(start + 1, end, depth),
            _ => throw Invalid($"the unknown type tag {_packed[start]}", start),
        };
        if (!isValid)
        {
            throw Invalid($"a malformed value of type {type.GetWireName()}", start);
        }
    }

    private static bool IsCanonicalNumber(ReadOnlySpan<byte> payload)
    {
        Span<byte> canonical = stackalloc byte[DynamoNumber.MaxEncodedBytes];
        return DynamoNumberEncoding.TryRead(payload, out var number, out var length)
            && length == payload.Length
            && payload.SequenceEqual(canonical[..number.WriteTo(canonical)]);
    }

    private readonly bool List(int start, int end, int depth)
    {
        var count = Header(start, end, depth);
        for (var i = 0; i < count; i++)
        {
            var (from, to) = Element(start, end, i);
            Value(from, to, depth + 1);
        }

        return true;
    }

    private readonly bool Set(int start, int end, AttributeType elementType, int depth)
    {
        var count = Header(start, end, depth);
        var previous = ReadOnlySpan<byte>.Empty;
        for (var i = 0; i < count; i++)
        {
            var (from, to) = Element(start, end, i);
            Value(from, to, depth + 1);
            var element = _packed[from..to];
            if (element[0] != (byte)elementType || previous.SequenceCompareTo(element) >= 0)
            {
                throw Invalid("a set element of the wrong type or out of order", from);
            }

            previous = element;
        }

        return count > 0;
    }

    private readonly bool Map(int start, int end, int depth)
    {
        var count = Header(start, end, depth);
        var previous = ReadOnlySpan<byte>.Empty;
        for (var i = 0; i < count; i++)
        {
            var (from, to) = Element(start, end, i);
            var nameLength = to - from >= PackedFormat.NameLengthBytes ? BinaryPrimitives.ReadUInt16LittleEndian(_packed[from..]) : ushort.MaxValue;
            var valueStart = from + PackedFormat.NameLengthBytes + nameLength;
            if (valueStart > to)
            {
                throw Invalid("a name longer than its entry", from);
            }

            var name = _packed[(from + PackedFormat.NameLengthBytes)..valueStart];
            if (!Utf8.IsValid(name) || (i > 0 && previous.SequenceCompareTo(name) >= 0))
            {
                throw Invalid("a name that is not UTF-8 or out of order", from);
            }

            previous = name;
            Value(valueStart, to, depth + 1);
        }

        return true;
    }

    /// <summary>Checks the offset table.</summary>
    /// <returns>The count.</returns>
    private readonly int Header(int start, int end, int depth)
    {
        if (depth > ItemBuilder.MaxDepth)
        {
            throw Invalid($"more than {ItemBuilder.MaxDepth} levels", start);
        }

        var length = end - start;
        var count = length >= PackedFormat.EmptyContainerBytes ? BinaryPrimitives.ReadInt32LittleEndian(_packed[start..]) : -1;
        if (count < 0 || count > (length / sizeof(int)) - 2)
        {
            throw Invalid("a container with a count that does not fit it", start);
        }

        var table = _packed.Slice(start + sizeof(int), (count + 1) * sizeof(int));
        var previous = PackedFormat.GetHeaderBytes(count);
        if (BinaryPrimitives.ReadInt32LittleEndian(table) != previous || BinaryPrimitives.ReadInt32LittleEndian(table[^sizeof(int)..]) != length)
        {
            throw Invalid("an offset table that does not span its container", start);
        }

        for (var i = 1; i <= count; i++)
        {
            var offset = BinaryPrimitives.ReadInt32LittleEndian(table[(i * sizeof(int))..]);
            if (offset <= previous)
            {
                throw Invalid("offsets that do not ascend", start);
            }

            previous = offset;
        }

        return count;
    }

    private readonly (int From, int To) Element(int start, int end, int index)
    {
        var container = _packed[start..end];
        return (start + BinaryPrimitives.ReadInt32LittleEndian(container[((index + 1) * sizeof(int))..]),
            start + BinaryPrimitives.ReadInt32LittleEndian(container[((index + 2) * sizeof(int))..]));
    }

    private static InvalidPackedItemException Invalid(string reason, int offset) => new(reason, offset);
}
