using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>The LMDB keys of one table's items, or of one index's entries, and what of their order and identity LMDB's keys do not say.</summary>
/// <remarks>
///     Keyspace, id, the hash of the partition key, the sort key as far as it fits, and where it is cut or an index's, a hash that tells items apart:
///     eng/adr/0007-storage-keys.md. Two items may still have one LMDB key; whoever reads compares with <see cref="HasSameKey" />.
/// </remarks>
[SkipLocalsInit] // Clearing the room for keys costs as much as filling it.
internal sealed class ItemKeyEncoding
{
    /// <summary>Enough for the keys that people use; longer ones rent an array.</summary>
    private const int UsualKeySizeBytes = 256;

    private readonly KeyPart[] _partitionKey;
    private readonly KeyPart[] _sortKey;
    private readonly ItemKeyEncoding? _table;
    private readonly Func<ReadOnlySpan<byte>, UInt128> _hash;
    private readonly Keyspace _keyspace;
    private readonly uint _id;

    /// <param name="hash">Another one only in tests of collisions.</param>
    public ItemKeyEncoding(
        Keyspace keyspace,
        uint id,
        ReadOnlySpan<KeyAttribute> partitionKey,
        ReadOnlySpan<KeyAttribute> sortKey,
        ItemKeyEncoding? table,
        Func<ReadOnlySpan<byte>, UInt128> hash)
    {
        _keyspace = keyspace;
        _id = id;
        _partitionKey = KeyPart.Create(partitionKey);
        _sortKey = KeyPart.Create(sortKey);
        _table = table;
        _hash = hash;
    }

    /// <summary>Those of an index's entries.</summary>
    /// <param name="table">Of the table: its key breaks ties between entries of one index key.</param>
    public static ItemKeyEncoding ForIndex(uint indexId, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey, ItemKeyEncoding table)
        => new(Keyspace.IndexEntry, indexId, partitionKey, sortKey, table, table._hash);

    /// <summary>Whether several items may have one key, told apart by the table's.</summary>
    public bool IsIndex => _table is not null;

    /// <summary>Whether the item has all key attributes with their types; without them it is not in a (sparse) index.</summary>
    public bool HasKey(ItemSpan item) => HasAll(_partitionKey, item) && HasAll(_sortKey, item) && (_table is null || _table.HasKey(item));

    /// <summary>Whether both have equal key attributes, for an index the table's included.</summary>
    public bool HasSameKey(ItemSpan left, ItemSpan right)
        => AreEqual(_partitionKey, left, right) && AreEqual(_sortKey, left, right) && (_table is null || _table.HasSameKey(left, right));

    /// <summary>The LMDB key of the item, in the given room of <see cref="KeyFormat.MaxKeySizeBytes" />.</summary>
    public ReadOnlySpan<byte> Write(scoped ItemSpan item, Span<byte> destination)
    {
        WriteSpace(destination);
        BinaryPrimitives.WriteUInt128BigEndian(destination[KeyFormat.SpaceSizeBytes..], HashPartition(item));
        var rest = destination[KeyFormat.PartitionSizeBytes..];
        var sizeBytes = _table is null ? WriteTableSortKey(item, rest) : WriteIndexSortKey(item, rest, _table.HashWholeKey(item));
        return destination[..(KeyFormat.PartitionSizeBytes + sizeBytes)];
    }

    /// <summary>What all keys begin with: <see cref="KeyFormat.SpaceSizeBytes" />.</summary>
    public void WriteSpace(Span<byte> destination) => KeyFormat.WriteSpace(destination, _keyspace, _id);

    /// <summary>What the keys of one partition begin with: <see cref="KeyFormat.PartitionSizeBytes" />.</summary>
    public void WritePartition(PartitionKeyValues partitionKey, Span<byte> destination)
    {
        WriteSpace(destination);
        BinaryPrimitives.WriteUInt128BigEndian(destination[KeyFormat.SpaceSizeBytes..], Hash(partitionKey));
    }

    /// <summary>The lowest key that the segment of a parallel Scan may have: <see cref="KeyFormat.PartitionSizeBytes" />.</summary>
    public void WriteSegmentStart(Span<byte> destination, int segment, int totalSegments)
    {
        WriteSpace(destination);
        var start = (((UInt128)(uint)segment << 64) + (uint)totalSegments - 1) / (uint)totalSegments;
        BinaryPrimitives.WriteUInt128BigEndian(destination[KeyFormat.SpaceSizeBytes..], start << 64);
    }

    /// <summary>The segment of a parallel Scan in which the key lies, for checking an ExclusiveStartKey.</summary>
    public int GetSegment(ItemSpan key, int totalSegments) => (int)((UInt128)(ulong)(HashPartition(key) >> 64) * (uint)totalSegments >> 64);

    /// <summary>The whole sort key, however long. An index's is delimited, since the tie-break follows it.</summary>
    public void EncodeSortKey(ItemSpan item, scoped ref KeyEncoder encoder)
    {
        foreach (var part in _sortKey)
        {
            if (IsIndex)
            {
                encoder.AppendDelimited(part.Get(item));
            }
            else
            {
                encoder.AppendRaw(part.Get(item));
            }
        }
    }

    /// <summary>The sort key within an uncut LMDB key.</summary>
    public ReadOnlySpan<byte> GetSortKey(ReadOnlySpan<byte> key)
        => IsIndex ? key[KeyFormat.PartitionSizeBytes..^KeyFormat.SuffixSizeBytes] : key[KeyFormat.PartitionSizeBytes..];

    /// <summary>Whether the item is of that partition, and not of another one with the same hash.</summary>
    public bool IsInPartition(ItemSpan item, PartitionKeyValues partitionKey)
    {
        for (var i = 0; i < _partitionKey.Length; i++)
        {
            if (!_partitionKey[i].Get(item).PackedBytes.SequenceEqual(partitionKey[i].PackedBytes))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The order of items that LMDB's keys do not tell apart: partition key, sort key, tie-break.</summary>
    public int Compare(ItemSpan left, ItemSpan right)
    {
        var order = Compare(_partitionKey, left, right);
        if (order == 0)
        {
            order = Compare(_sortKey, left, right);
        }

        if (order == 0 && _table is not null)
        {
            order = _table.HashWholeKey(left).CompareTo(_table.HashWholeKey(right));
            if (order == 0)
            {
                order = _table.Compare(left, right);
            }
        }

        return order;
    }

    /// <summary>As it is; only where it is cut, the hash of the whole makes it unique.</summary>
    private int WriteTableSortKey(ItemSpan item, Span<byte> destination)
    {
        if (_sortKey.Length == 0)
        {
            return 0;
        }

        var sortKey = KeyEncoder.GetOrderedBytes(_sortKey[0].Get(item));
        if (sortKey.Length <= KeyFormat.MaxSortKeySizeBytes)
        {
            sortKey.CopyTo(destination);
            return sortKey.Length;
        }

        sortKey[..KeyFormat.MaxSortKeySizeBytes].CopyTo(destination);
        BinaryPrimitives.WriteUInt128BigEndian(destination[KeyFormat.MaxSortKeySizeBytes..], _hash(sortKey));
        return KeyFormat.MaxSortKeySizeBytes + KeyFormat.SuffixSizeBytes;
    }

    /// <summary>Delimited, since the tie-break always follows it.</summary>
    private int WriteIndexSortKey(ItemSpan item, Span<byte> destination, UInt128 tieBreak)
    {
        var encoder = new KeyEncoder(stackalloc byte[UsualKeySizeBytes]);
        EncodeSortKey(item, ref encoder);
        var keptBytes = Math.Min(encoder.Written.Length, KeyFormat.MaxSortKeySizeBytes);
        encoder.Written[..keptBytes].CopyTo(destination);
        encoder.Dispose();
        BinaryPrimitives.WriteUInt128BigEndian(destination[keptBytes..], tieBreak);
        return keptBytes + KeyFormat.SuffixSizeBytes;
    }

    private static bool HasAll(KeyPart[] parts, ItemSpan item)
    {
        foreach (var part in parts)
        {
            if (!part.TryGet(item, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(KeyPart[] parts, ItemSpan left, ItemSpan right)
    {
        foreach (var part in parts)
        {
            if (!part.Get(left).PackedBytes.SequenceEqual(part.Get(right).PackedBytes))
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(KeyPart[] parts, ItemSpan left, ItemSpan right)
    {
        foreach (var part in parts)
        {
            var order = KeyEncoder.GetOrderedBytes(part.Get(left)).SequenceCompareTo(KeyEncoder.GetOrderedBytes(part.Get(right)));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private UInt128 HashPartition(ItemSpan item)
    {
        if (_partitionKey.Length == 1)
        {
            return _hash(KeyEncoder.GetOrderedBytes(_partitionKey[0].Get(item)));
        }

        var encoder = new KeyEncoder(stackalloc byte[UsualKeySizeBytes]);
        foreach (var part in _partitionKey)
        {
            encoder.AppendDelimited(part.Get(item));
        }

        var hash = _hash(encoder.Written);
        encoder.Dispose();
        return hash;
    }

    private UInt128 Hash(PartitionKeyValues values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, _partitionKey.Length);
        if (values.Count == 1)
        {
            return _hash(KeyEncoder.GetOrderedBytes(values[0]));
        }

        var encoder = new KeyEncoder(stackalloc byte[UsualKeySizeBytes]);
        for (var i = 0; i < values.Count; i++)
        {
            encoder.AppendDelimited(values[i]);
        }

        var hash = _hash(encoder.Written);
        encoder.Dispose();
        return hash;
    }

    private UInt128 HashWholeKey(ItemSpan item)
    {
        var encoder = new KeyEncoder(stackalloc byte[UsualKeySizeBytes]);
        foreach (var part in _partitionKey)
        {
            encoder.AppendDelimited(part.Get(item));
        }

        foreach (var part in _sortKey)
        {
            encoder.AppendDelimited(part.Get(item));
        }

        var hash = _hash(encoder.Written);
        encoder.Dispose();
        return hash;
    }
}
