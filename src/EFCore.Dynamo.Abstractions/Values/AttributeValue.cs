using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>One attribute value: a small view into a packed buffer. <c>default</c> is the NULL value.</summary>
/// <remarks>
///     Immutable. Several values may share one buffer, which lives as long as any of them: a value taken from an item keeps the item's bytes alive.
///     Members that read a value of one type throw <see cref="InvalidOperationException" /> on a value of another.
///     Equality is the service's: the same type and value, numbers by value, sets and maps without regard to order.
/// </remarks>
public readonly struct AttributeValue : IEquatable<AttributeValue>
{
    private readonly byte[]? _buffer;
    private readonly int _offset;
    private readonly int _length;

    internal AttributeValue(byte[] packed)
        : this(packed, 0, packed.Length)
    {
    }

    internal AttributeValue(byte[]? buffer, int offset, int length)
    {
        _buffer = buffer;
        _offset = offset;
        _length = length;
    }

    /// <summary>The NULL value.</summary>
    public static AttributeValue Null => default;

    /// <summary>A BOOL.</summary>
    public static AttributeValue FromBoolean(bool value) => new([(byte)AttributeType.Boolean, value ? (byte)1 : (byte)0]);

    /// <summary>An S.</summary>
    /// <exception cref="ArgumentException">The text has a surrogate without its partner.</exception>
    public static AttributeValue FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (System.Text.Ascii.IsValid(value))
        {
            var packed = new byte[value.Length + 1];
            packed[0] = (byte)AttributeType.String;
            _ = System.Text.Ascii.FromUtf16(value, packed.AsSpan(1), out _);
            return new AttributeValue(packed);
        }

        return FromPayload(AttributeType.String, StrictUtf8.GetBytes(value));
    }

    /// <summary>An S from UTF-8.</summary>
    /// <exception cref="ArgumentException">The bytes are not UTF-8.</exception>
    public static AttributeValue FromUtf8String(ReadOnlySpan<byte> utf8)
        => System.Text.Unicode.Utf8.IsValid(utf8)
            ? FromPayload(AttributeType.String, utf8)
            : throw new ArgumentException("The bytes are not valid UTF-8.", nameof(utf8));

    /// <summary>An N.</summary>
    public static AttributeValue FromNumber(DynamoNumber value)
    {
        Span<byte> encoded = stackalloc byte[DynamoNumber.MaxEncodedBytes];
        return FromPayload(AttributeType.Number, encoded[..value.WriteTo(encoded)]);
    }

    /// <summary>An N.</summary>
    public static AttributeValue FromNumber(long value) => FromNumber(DynamoNumber.FromInt64(value));

    /// <summary>A B; the bytes are copied.</summary>
    public static AttributeValue FromBinary(ReadOnlySpan<byte> value) => FromPayload(AttributeType.Binary, value);

    /// <summary>An SS, in any order.</summary>
    /// <exception cref="DynamoValidationException">No values, or one twice.</exception>
    public static AttributeValue FromStringSet(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var lease = ItemBuilder.Lease();
        lease.Builder.BeginOnlyValue(AttributeType.StringSet);
        foreach (var value in values)
        {
            ArgumentNullException.ThrowIfNull(value, nameof(values));
            lease.Builder.WriteString(value);
        }

        return lease.Builder.BuildValue();
    }

    /// <summary>An NS, in any order.</summary>
    /// <exception cref="DynamoValidationException">No values, or one twice.</exception>
    public static AttributeValue FromNumberSet(IEnumerable<DynamoNumber> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var lease = ItemBuilder.Lease();
        lease.Builder.BeginOnlyValue(AttributeType.NumberSet);
        foreach (var value in values)
        {
            lease.Builder.WriteNumber(value);
        }

        return lease.Builder.BuildValue();
    }

    /// <summary>A BS, in any order.</summary>
    /// <exception cref="DynamoValidationException">No values, or one twice.</exception>
    public static AttributeValue FromBinarySet(IEnumerable<ReadOnlyMemory<byte>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var lease = ItemBuilder.Lease();
        lease.Builder.BeginOnlyValue(AttributeType.BinarySet);
        foreach (var value in values)
        {
            lease.Builder.WriteBinary(value.Span);
        }

        return lease.Builder.BuildValue();
    }

    /// <summary>An L with copies of the values.</summary>
    public static AttributeValue FromList(params ReadOnlySpan<AttributeValue> values)
    {
        using var lease = ItemBuilder.Lease();
        lease.Builder.BeginOnlyValue(AttributeType.List);
        foreach (var value in values)
        {
            lease.Builder.WriteValue(value.Span);
        }

        return lease.Builder.BuildValue();
    }

    /// <summary>An M with a copy of the map.</summary>
    public static AttributeValue FromMap(Item map) => FromPayload(AttributeType.Map, map.Span.PackedBytes);

    /// <summary>Takes over a packed value after checking every offset, tag and order in it.</summary>
    /// <exception cref="InvalidPackedItemException">The bytes are not a packed value.</exception>
    public static AttributeValue FromPacked(ReadOnlyMemory<byte> packed)
    {
        PackedValidator.ValidateValue(packed.Span);
        return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(packed, out var segment)
            ? new AttributeValue(segment.Array, segment.Offset, segment.Count)
            : new AttributeValue(packed.ToArray());
    }

    /// <summary>The value as a span, which has the members that copy nothing.</summary>
    public AttributeValueSpan Span
        => _buffer is null ? default : AttributeValueSpan.FromPackedUnchecked(new ReadOnlySpan<byte>(_buffer, _offset, _length));

    /// <summary>The value's type.</summary>
    public AttributeType Type => _buffer is null ? AttributeType.Null : (AttributeType)_buffer[_offset];

    /// <inheritdoc cref="AttributeValueSpan.GetBoolean" />
    public bool GetBoolean() => Span.GetBoolean();

    /// <inheritdoc cref="AttributeValueSpan.GetNumber" />
    public DynamoNumber GetNumber() => Span.GetNumber();

    /// <inheritdoc cref="AttributeValueSpan.GetInt64" />
    public long GetInt64() => Span.GetInt64();

    /// <inheritdoc cref="AttributeValueSpan.GetString" />
    public string GetString() => Span.GetString();

    /// <inheritdoc cref="AttributeValueSpan.GetUtf8String" />
    public ReadOnlySpan<byte> GetUtf8String() => Span.GetUtf8String();

    /// <inheritdoc cref="AttributeValueSpan.GetBinary" />
    public ReadOnlySpan<byte> GetBinary() => Span.GetBinary();

    /// <inheritdoc cref="AttributeValueSpan.Count" />
    public int Count => Span.Count;

    /// <inheritdoc cref="AttributeValueSpan.this" />
    public AttributeValue this[int index] => Slice(Span[index].PackedBytes);

    /// <inheritdoc cref="AttributeValueSpan.GetMap" />
    public Item GetMap()
    {
        _ = Span.GetMap();
        return new Item(_buffer, _offset + 1, _length - 1);
    }

    /// <inheritdoc cref="AttributeValueSpan.SizeBytes" />
    public int SizeBytes => Span.SizeBytes;

    /// <summary>Whether both have the same type and value.</summary>
    public static bool operator ==(AttributeValue left, AttributeValue right) => left.Equals(right);

    /// <summary>Whether type or value differ.</summary>
    public static bool operator !=(AttributeValue left, AttributeValue right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(AttributeValue other) => Span.ValueEquals(other.Span);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span.PackedBytes);
        return hash.ToHashCode();
    }

    /// <summary>DynamoDB JSON, for people: <c>{"S":"x"}</c>.</summary>
    public override string ToString() => PackedJson.ToString(Span);

    private static AttributeValue FromPayload(AttributeType type, ReadOnlySpan<byte> payload)
    {
        var packed = new byte[payload.Length + 1];
        packed[0] = (byte)type;
        payload.CopyTo(packed.AsSpan(1));
        return new AttributeValue(packed);
    }

    /// <summary>The value whose bytes are this part of the buffer.</summary>
    private AttributeValue Slice(ReadOnlySpan<byte> part)
    {
        var whole = new ReadOnlySpan<byte>(_buffer, _offset, _length);
        _ = whole.Overlaps(part, out var start);
        return new AttributeValue(_buffer, _offset + start, part.Length);
    }
}
