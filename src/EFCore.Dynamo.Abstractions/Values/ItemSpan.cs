using System.Text;

namespace EFCore.Dynamo.Values;

/// <summary>A packed map somewhere in memory, LMDB's map included. To Item what Span is to Memory.</summary>
/// <remarks>Valid as long as the memory is: over LMDB's map that is the read transaction. <c>default</c> is the empty map.</remarks>
public readonly ref struct ItemSpan
{
    private const int MaxStackNameBytes = 256;

    private readonly ReadOnlySpan<byte> _packed;

    private ItemSpan(ReadOnlySpan<byte> packed) => _packed = packed;

    /// <summary>Attributes in the map.</summary>
    public int Count => PackedFormat.GetCount(_packed);

    /// <summary>The canonical bytes: equal bytes mean equal maps.</summary>
    public ReadOnlySpan<byte> PackedBytes => _packed.IsEmpty ? PackedFormat.EmptyContainer : _packed;

    /// <summary>Views bytes that this process packed, or that were checked before; nothing is checked here.</summary>
    public static ItemSpan FromPackedUnchecked(ReadOnlySpan<byte> packed) => new(packed);

    /// <summary>The i-th name in name order, in UTF-8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public ReadOnlySpan<byte> GetNameAt(int index) => PackedFormat.GetEntryName(PackedFormat.GetElement(_packed, index));

    /// <summary>The i-th value in name order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public AttributeValueSpan GetValueAt(int index)
        => AttributeValueSpan.FromPackedUnchecked(PackedFormat.GetEntryValue(PackedFormat.GetElement(_packed, index)));

    /// <summary>Index of the name, or the complement of where it would stand.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8Name)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = PackedFormat.GetEntryName(PackedFormat.GetElementUnchecked(_packed, middle)).SequenceCompareTo(utf8Name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The same with a guess, which is checked first: items of one shape hit it every time.</summary>
    /// <param name="utf8Name">The name.</param>
    /// <param name="hint">
    ///     Any integer, for a start 0; afterwards where the name was found, unchanged where it was not. Threads may share it: it is read once, and written
    ///     only when the guess was wrong, so that threads that guess right do not take the cache line from each other. Callers pass what they share, not a
    ///     copy.
    /// </param>
    public int IndexOf(ReadOnlySpan<byte> utf8Name, ref int hint)
    {
        var guess = Volatile.Read(ref hint);
        return (uint)guess < (uint)Count && PackedFormat.EntryHasName(PackedFormat.GetElementUnchecked(_packed, guess), utf8Name)
            ? guess
            : Search(utf8Name, ref hint);
    }

    /// <summary>The value of an attribute, if the map has it.</summary>
    public bool TryGetValue(ReadOnlySpan<byte> utf8Name, out AttributeValueSpan value) => TryGetValueAt(IndexOf(utf8Name), out value);

    /// <inheritdoc cref="TryGetValue(ReadOnlySpan{byte}, out AttributeValueSpan)" />
    public bool TryGetValue(AttributeName name, out AttributeValueSpan value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryGetValueAt(IndexOf(name.Utf8), out value);
    }

    /// <summary>The value of an attribute, if the map has it, with a guess as in <see cref="IndexOf(ReadOnlySpan{byte}, ref int)" />.</summary>
    public bool TryGetValue(AttributeName name, scoped ref int hint, out AttributeValueSpan value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryGetValue(name.Utf8, ref hint, out value);
    }

    /// <inheritdoc cref="TryGetValue(AttributeName, ref int, out AttributeValueSpan)" />
    public bool TryGetValue(ReadOnlySpan<byte> utf8Name, scoped ref int hint, out AttributeValueSpan value)
    {
        var guess = Volatile.Read(ref hint);
        if ((uint)guess < (uint)Count)
        {
            var entry = PackedFormat.GetElementUnchecked(_packed, guess);
            if (PackedFormat.EntryHasName(entry, utf8Name))
            {
                value = AttributeValueSpan.FromPackedUnchecked(entry[(PackedFormat.NameLengthBytes + utf8Name.Length)..]);
                return true;
            }
        }

        return TryGetValueAt(Search(utf8Name, ref hint), out value);
    }

    /// <inheritdoc cref="TryGetValue(ReadOnlySpan{byte}, out AttributeValueSpan)" />
    public bool TryGetValue(string name, out AttributeValueSpan value) => TryGetValueAt(IndexOf(name), out value);

    /// <summary>Size by the service's rule: names in UTF-8 and values; no overhead for the item itself.</summary>
    public int SizeBytes => PackedSize.OfEntries(_packed);

    /// <summary>Copies into memory of its own.</summary>
    public Item ToItem() => _packed.IsEmpty ? default : Item.FromPackedUnchecked(_packed.ToArray());

    /// <summary>Whether both have the same attributes with the same values.</summary>
    public bool ValueEquals(ItemSpan other) => PackedBytes.SequenceEqual(other.PackedBytes);

    /// <summary>DynamoDB JSON, for people.</summary>
    public override string ToString() => PackedJson.ToString(this);

    internal int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> utf8 = stackalloc byte[MaxStackNameBytes];
        return Encoding.UTF8.TryGetBytes(name, utf8, out var length) ? IndexOf(utf8[..length]) : IndexOf(Encoding.UTF8.GetBytes(name));
    }

    private int Search(ReadOnlySpan<byte> utf8Name, ref int hint)
    {
        var index = IndexOf(utf8Name);
        if (index >= 0)
        {
            hint = index;
        }

        return index;
    }

    private bool TryGetValueAt(int index, out AttributeValueSpan value)
    {
        value = index < 0 ? default : GetValueAt(index);
        return index >= 0;
    }
}
