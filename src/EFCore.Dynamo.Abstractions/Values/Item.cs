using System.Runtime.InteropServices;
using System.Text;

namespace EFCore.Dynamo.Values;

/// <summary>An immutable packed map of attributes: an item, a key, a nested map, or the values of an expression.</summary>
/// <remarks>
///     <c>default</c> is the empty map. Values taken from an item share its buffer. Equality is by canonical bytes: the same attributes with equal values.
/// </remarks>
public readonly struct Item : IEquatable<Item>
{
    private readonly byte[]? _buffer;
    private readonly int _offset;
    private readonly int _length;

    internal Item(byte[]? buffer, int offset, int length)
    {
        _buffer = buffer;
        _offset = offset;
        _length = length;
    }

    /// <summary>The map without attributes.</summary>
    public static Item Empty => default;

    /// <summary>Attributes in the map.</summary>
    public int Count => Span.Count;

    /// <summary>The map as a span, which has the members that copy nothing.</summary>
    public ItemSpan Span
        => _buffer is null ? default : ItemSpan.FromPackedUnchecked(new ReadOnlySpan<byte>(_buffer, _offset, _length));

    /// <summary>The packed bytes, for storage: eng/adr/0002-packed-items.md.</summary>
    public ReadOnlyMemory<byte> PackedBytes => _length == 0 ? EmptyPacked : new ReadOnlyMemory<byte>(_buffer, _offset, _length);

    private static readonly byte[] EmptyPacked = PackedFormat.EmptyContainer.ToArray();

    /// <summary>Takes the buffer over after checking every offset, tag and order in it.</summary>
    /// <remarks>The caller must not write to the buffer afterwards.</remarks>
    /// <exception cref="InvalidPackedItemException">The bytes are not a packed item.</exception>
    public static Item FromPacked(ReadOnlyMemory<byte> packed)
    {
        PackedValidator.ValidateMap(packed.Span);
        return MemoryMarshal.TryGetArray(packed, out var segment)
            ? new Item(segment.Array, segment.Offset, segment.Count)
            : FromPackedUnchecked(packed.ToArray());
    }

    /// <summary>For bytes this process packed itself; nothing is checked, and the buffer is taken over.</summary>
    public static Item FromPackedUnchecked(byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        return new Item(packed, 0, packed.Length);
    }

    /// <summary>Packs attributes, in any order.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static Item Create(params ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        using var lease = ItemBuilder.Lease();
        foreach (var (name, value) in attributes)
        {
            lease.Builder.Add(name, value);
        }

        return lease.Builder.Build();
    }

    /// <summary>The value of an attribute, if the map has it.</summary>
    public bool TryGetValue(string name, out AttributeValue value) => TryGetValueAt(Span.IndexOf(name), out value);

    /// <inheritdoc cref="TryGetValue(string, out AttributeValue)" />
    public bool TryGetValue(AttributeName name, out AttributeValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryGetValueAt(Span.IndexOf(name.Utf8), out value);
    }

    /// <summary>The value of an attribute, if the map has it, with a guess as in <see cref="ItemSpan.IndexOf(ReadOnlySpan{byte}, ref int)" />.</summary>
    public bool TryGetValue(AttributeName name, ref int hint, out AttributeValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryGetValueAt(Span.IndexOf(name.Utf8, ref hint), out value);
    }

    /// <inheritdoc cref="TryGetValue(string, out AttributeValue)" />
    public bool TryGetValue(ReadOnlySpan<byte> utf8Name, out AttributeValue value) => TryGetValueAt(Span.IndexOf(utf8Name), out value);

    /// <summary>The value of an attribute.</summary>
    /// <exception cref="KeyNotFoundException">The map does not have it.</exception>
    public AttributeValue this[string name]
        => TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"The item has no attribute '{name}'.");

    /// <summary>Whether the map has the attribute.</summary>
    public bool ContainsKey(string name) => Span.IndexOf(name) >= 0;

    /// <summary>The i-th name in name order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public string GetNameAt(int index) => Encoding.UTF8.GetString(Span.GetNameAt(index));

    /// <summary>The i-th value in name order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public AttributeValue GetValueAt(int index)
    {
        var whole = Span.PackedBytes;
        var part = Span.GetValueAt(index).PackedBytes;
        _ = whole.Overlaps(part, out var start);
        return new AttributeValue(_buffer, _offset + start, part.Length);
    }

    /// <summary>By the service's rule: names and values; no per-item overhead.</summary>
    public int SizeBytes => Span.SizeBytes;

    /// <summary>Name and value pairs in name order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Whether both have the same attributes with the same values.</summary>
    public static bool operator ==(Item left, Item right) => left.Equals(right);

    /// <summary>Whether an attribute or a value differs.</summary>
    public static bool operator !=(Item left, Item right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(Item other) => Span.ValueEquals(other.Span);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Item other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span.PackedBytes);
        return hash.ToHashCode();
    }

    /// <summary>DynamoDB JSON, for people.</summary>
    public override string ToString() => PackedJson.ToString(Span);

    private bool TryGetValueAt(int index, out AttributeValue value)
    {
        value = index < 0 ? default : GetValueAt(index);
        return index >= 0;
    }

    /// <summary>Name and value pairs in name order.</summary>
    public struct Enumerator
    {
        private readonly Item _item;
        private readonly int _count;

        private int _index;

        internal Enumerator(Item item)
        {
            _item = item;
            _count = item.Count;
            _index = -1;
        }

        /// <summary>The pair at which the enumerator stands; the name is decoded anew each time.</summary>
        public readonly KeyValuePair<string, AttributeValue> Current => new(_item.GetNameAt(_index), _item.GetValueAt(_index));

        /// <summary>Goes to the next pair.</summary>
        public bool MoveNext() => ++_index < _count;
    }
}
