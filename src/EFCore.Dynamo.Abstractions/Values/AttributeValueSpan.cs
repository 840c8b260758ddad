using System.Text;

namespace EFCore.Dynamo.Values;

/// <summary>A packed attribute value somewhere in memory, LMDB's map included. To AttributeValue what Span is to Memory.</summary>
/// <remarks>
///     Valid as long as the memory is: over LMDB's map that is the read transaction. <c>default</c> is the NULL value.
///     Members that read a value of one type throw <see cref="InvalidOperationException" /> on a value of another.
/// </remarks>
public readonly ref struct AttributeValueSpan
{
    private readonly ReadOnlySpan<byte> _packed;

    private AttributeValueSpan(ReadOnlySpan<byte> packed) => _packed = packed;

    /// <summary>The value's type.</summary>
    public AttributeType Type => _packed.IsEmpty ? AttributeType.Null : (AttributeType)_packed[0];

    /// <summary>Type tag and payload: canonical, so equal bytes mean equal values.</summary>
    public ReadOnlySpan<byte> PackedBytes => _packed.IsEmpty ? PackedFormat.Null : _packed;

    /// <summary>Views bytes that this process packed, or that were checked before; nothing is checked here.</summary>
    public static AttributeValueSpan FromPackedUnchecked(ReadOnlySpan<byte> packed) => new(packed);

    /// <summary>The value of a BOOL.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public bool GetBoolean() => GetPayload(AttributeType.Boolean)[0] != 0;

    /// <summary>The value of an N.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DynamoNumber GetNumber() => DynamoNumber.Read(GetPayload(AttributeType.Number));

    /// <summary>The value of an N as an integer, without decoding it to decimal digits.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    /// <exception cref="OverflowException">The number has a fraction or does not fit.</exception>
    public long GetInt64()
    {
        var encoded = GetPayload(AttributeType.Number);
        return DynamoNumberEncoding.TryReadInt64(encoded, out var value) ? value : DynamoNumber.Read(encoded).ToInt64();
    }

    /// <summary>The value of an N as an integer, where it is one of 64 bits.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public bool TryGetInt64(out long value) => DynamoNumberEncoding.TryReadInt64(GetPayload(AttributeType.Number), out value);

    /// <summary>The bytes of an N, whose order is the order of the values: <see cref="DynamoNumber.WriteTo" />.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public ReadOnlySpan<byte> GetEncodedNumber() => GetPayload(AttributeType.Number);

    /// <summary>The value of an S.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string GetString() => Encoding.UTF8.GetString(GetPayload(AttributeType.String));

    /// <summary>The value of an S in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public ReadOnlySpan<byte> GetUtf8String() => GetPayload(AttributeType.String);

    /// <summary>The value of a B.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public ReadOnlySpan<byte> GetBinary() => GetPayload(AttributeType.Binary);

    /// <summary>Elements of a list, set or map.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public int Count => PackedFormat.GetCount(GetContainer());

    /// <summary>An element of a list or set; a set's are in order of their bytes.</summary>
    /// <exception cref="InvalidOperationException">The value is neither.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public AttributeValueSpan this[int index]
        => Type == AttributeType.Map ? throw WrongType("list or set") : new(PackedFormat.GetElement(GetContainer(), index));

    /// <summary>The entries of an M.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public ItemSpan GetMap() => ItemSpan.FromPackedUnchecked(GetPayload(AttributeType.Map));

    /// <summary>Size by the service's rule, in bytes.</summary>
    /// <remarks>
    ///     S and B: their bytes. N: see <see cref="DynamoNumber.SizeBytes" />. BOOL and NULL: 1. Sets: the sum of their elements.
    ///     L and M: 3, one per element, the elements, and in an M the names. See
    ///     <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item sizes and formats</see>.
    /// </remarks>
    public int SizeBytes => PackedSize.OfValue(PackedBytes);

    /// <summary>Levels of lists and maps in the value: 0 for scalars and sets, 1 for a list of them. The service limits these.</summary>
    public int Depth => PackedDepth.OfValue(PackedBytes);

    /// <summary>Copies into memory of its own.</summary>
    public AttributeValue ToAttributeValue() => Type == AttributeType.Null ? default : new AttributeValue(_packed.ToArray());

    /// <summary>Equal type and value (canonical bytes).</summary>
    public bool ValueEquals(AttributeValueSpan other) => PackedBytes.SequenceEqual(other.PackedBytes);

    /// <summary>Order within S, N or B; null when the types differ or have no order.</summary>
    /// <remarks>S by UTF-8 bytes, N by value, B by unsigned bytes: as the service orders sort keys.</remarks>
    public int? CompareValue(AttributeValueSpan other)
        => Type == other.Type && Type is AttributeType.String or AttributeType.Number or AttributeType.Binary
            ? _packed.SequenceCompareTo(other._packed)
            : null;

    /// <summary>For sets: whether the element is in it; false for an element of another type.</summary>
    /// <exception cref="InvalidOperationException">The value is no set.</exception>
    public bool SetContains(AttributeValueSpan element)
    {
        if (!PackedFormat.IsSet(Type))
        {
            throw WrongType("set");
        }

        var container = _packed[1..];
        var wanted = element.PackedBytes;
        var low = 0;
        var high = PackedFormat.GetCount(container) - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = PackedFormat.GetElement(container, middle).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>DynamoDB JSON, for people: <c>{"S":"x"}</c>.</summary>
    public override string ToString() => PackedJson.ToString(this);

    private ReadOnlySpan<byte> GetPayload(AttributeType expected)
        => Type == expected ? _packed[1..] : throw WrongType(expected.GetWireName());

    private ReadOnlySpan<byte> GetContainer()
        => PackedFormat.IsContainer(Type) ? _packed[1..] : throw WrongType("list, set or map");

    private InvalidOperationException WrongType(string expected)
        => new($"The attribute value is of type {Type.GetWireName()}, not {expected}.");
}
