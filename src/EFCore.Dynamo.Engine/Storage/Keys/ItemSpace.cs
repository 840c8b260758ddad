using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>The items of one table, or the entries of one secondary index: packed items under their DynamoDB keys.</summary>
/// <remarks>
///     Hides partition hashes, their collisions, cut sort keys and base-key tie-breaks: whatever it returns has exactly the key that was asked for.
///     A value is the packed item and nothing else; an index entry is the projected item, which always holds the index's and the table's key attributes.
///     Safe for concurrent use: create one for each table and index and keep it.
/// </remarks>
[SkipLocalsInit] // Clearing the room for keys costs as much as filling it.
internal sealed class ItemSpace
{
    /// <summary>Enough for the keys that people use; longer ones rent an array.</summary>
    private const int UsualKeySizeBytes = 256;

    private readonly KeyPart[] _partitionKey;
    private readonly KeyPart[] _sortKey;
    private readonly ItemSpace? _table;
    private readonly Func<ReadOnlySpan<byte>, UInt128> _hash;
    private readonly Keyspace _keyspace;
    private readonly uint _id;

    /// <param name="hash">Another one only in tests of collisions.</param>
    internal ItemSpace(Keyspace keyspace, uint id, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey, ItemSpace? table, Func<ReadOnlySpan<byte>, UInt128> hash)
    {
        _keyspace = keyspace;
        _id = id;
        _partitionKey = KeyPart.Create(partitionKey);
        _sortKey = KeyPart.Create(sortKey);
        _table = table;
        _hash = hash;
    }

    /// <summary>Whether several items may have one key, told apart by the table's.</summary>
    private bool IsIndex => _table is not null;

    /// <param name="partitionKey">One attribute; up to four for a global secondary index.</param>
    /// <param name="sortKey">None or one attribute; up to four for a global secondary index.</param>
    public static ItemSpace ForTable(uint tableId, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey)
        => new(Keyspace.Item, tableId, partitionKey, sortKey, null, PartitionHash.Compute);

    /// <param name="table">Its key breaks ties between entries of one index key.</param>
    public static ItemSpace ForIndex(uint indexId, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey, ItemSpace table)
        => new(Keyspace.IndexEntry, indexId, partitionKey, sortKey, table, table._hash);

    /// <summary>Whether the item has all key attributes with their types; without them it is not in a (sparse) index.</summary>
    public bool HasKey(ItemSpan item) => HasAll(_partitionKey, item) && HasAll(_sortKey, item) && (_table is null || _table.HasKey(item));

    /// <summary>Whether both have equal key attributes, for an index the table's included.</summary>
    public bool HasSameKey(ItemSpan left, ItemSpan right)
        => AreEqual(_partitionKey, left, right) && AreEqual(_sortKey, left, right) && (_table is null || _table.HasSameKey(left, right));

    /// <summary>Finds the item with the key attributes of <paramref name="key" />, which may hold others.</summary>
    public bool TryGet(TransactionView transaction, scoped ItemSpan key, out ItemSpan item)
    {
        Span<byte> buffer = stackalloc byte[KeyFormat.MaxKeySizeBytes];
        if (transaction.TryGet(WriteKey(key, buffer), out var value))
        {
            return TryFind(value, key, out item);
        }

        item = default;
        return false;
    }

    /// <summary>Adds the item or replaces the one with its key.</summary>
    public void Put(WriteTransaction transaction, ItemSpan item)
    {
        Span<byte> buffer = stackalloc byte[KeyFormat.MaxKeySizeBytes];
        var key = WriteKey(item, buffer);
        if (transaction.TryAdd(key, item.PackedBytes, out var existing))
        {
            return;
        }

        if (!ItemBucket.IsBucket(existing) && HasSameKey(ItemSpan.FromPackedUnchecked(existing), item))
        {
            transaction.Put(key, item.PackedBytes);
            return;
        }

        var items = UnpackWithout(existing, item);
        items.Add(item.PackedBytes.ToArray());
        transaction.Put(key, ItemBucket.Pack(items));
    }

    /// <summary>Removes the item with that key; false when there was none. For an index the key holds the table's key attributes too.</summary>
    public bool Delete(WriteTransaction transaction, ItemSpan key)
    {
        Span<byte> buffer = stackalloc byte[KeyFormat.MaxKeySizeBytes];
        var lmdbKey = WriteKey(key, buffer);
        if (!transaction.TryGet(lmdbKey, out var existing) || !TryFind(existing, key, out _))
        {
            return false;
        }

        if (!ItemBucket.IsBucket(existing))
        {
            return transaction.Delete(lmdbKey);
        }

        var items = UnpackWithout(existing, key);
        transaction.Put(lmdbKey, items is [var last] ? last : ItemBucket.Pack(items));
        return true;
    }

    /// <summary>Removes up to so many items of whatever is left, for DeleteTable in steps; false when nothing is left.</summary>
    public bool DeleteSome(WriteTransaction transaction, int maxItems)
    {
        Span<byte> buffer = stackalloc byte[KeyFormat.MaxKeySizeBytes];
        KeyFormat.WriteSpace(buffer, _keyspace, _id);
        for (var i = 0; i < maxItems; i++)
        {
            if (!TryFindFirst(transaction, buffer, out var keySizeBytes))
            {
                return false;
            }

            transaction.Delete(buffer[..keySizeBytes]);
        }

        return TryFindFirst(transaction, buffer, out _);
    }

    /// <summary>One partition in sort key order.</summary>
    /// <param name="partitionKey">Must outlive the cursor, as must the range.</param>
    /// <param name="forward">False for descending order (ScanIndexForward = false).</param>
    public ItemCursor OpenQuery(TransactionView transaction, PartitionKeyValues partitionKey, SortKeyRange range, bool forward)
    {
        Span<byte> partition = stackalloc byte[KeyFormat.PartitionSizeBytes];
        KeyFormat.WriteSpace(partition, _keyspace, _id);
        BinaryPrimitives.WriteUInt128BigEndian(partition[KeyFormat.SpaceSizeBytes..], Hash(partitionKey));
        return ItemCursor.ForQuery(this, transaction, partition, partitionKey, range, forward);
    }

    /// <summary>All items in hash order, or those of one segment of a parallel Scan.</summary>
    public ItemCursor OpenScan(TransactionView transaction, int segment = 0, int totalSegments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totalSegments, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(segment);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(segment, totalSegments);
        Span<byte> from = stackalloc byte[KeyFormat.PartitionSizeBytes];
        Span<byte> before = stackalloc byte[KeyFormat.PartitionSizeBytes];
        WriteSegmentStart(from, segment, totalSegments);
        var beforeSizeBytes = KeyFormat.PartitionSizeBytes;
        if (segment + 1 < totalSegments)
        {
            WriteSegmentStart(before, segment + 1, totalSegments);
        }
        else
        {
            KeyFormat.WriteSpace(before, _keyspace, _id);
            beforeSizeBytes = KeyFormat.ToSuccessor(before[..KeyFormat.SpaceSizeBytes]);
        }

        return ItemCursor.ForScan(this, transaction, from, before[..beforeSizeBytes]);
    }

    /// <summary>The segment of a parallel Scan in which the key lies, for checking an ExclusiveStartKey.</summary>
    public int GetSegment(ItemSpan key, int totalSegments) => (int)((UInt128)(ulong)(HashPartition(key) >> 64) * (uint)totalSegments >> 64);

    /// <summary>Starts the range of a KeyConditionExpression.</summary>
    public SortKeyRangeBuilder BuildSortKeyRange() => new(IsIndex);

    /// <summary>The LMDB key of the item, in the given room of <see cref="KeyFormat.MaxKeySizeBytes" />.</summary>
    internal ReadOnlySpan<byte> WriteKey(scoped ItemSpan item, Span<byte> destination)
    {
        KeyFormat.WriteSpace(destination, _keyspace, _id);
        BinaryPrimitives.WriteUInt128BigEndian(destination[KeyFormat.SpaceSizeBytes..], HashPartition(item));
        var rest = destination[KeyFormat.PartitionSizeBytes..];
        var sizeBytes = _table is null ? WriteTableSortKey(item, rest) : WriteIndexSortKey(item, rest, _table.HashWholeKey(item));
        return destination[..(KeyFormat.PartitionSizeBytes + sizeBytes)];
    }

    /// <summary>The whole sort key, however long. An index's is delimited, since the tie-break follows it.</summary>
    internal void EncodeSortKey(ItemSpan item, scoped ref KeyEncoder encoder)
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
    internal ReadOnlySpan<byte> GetSortKey(ReadOnlySpan<byte> key)
        => IsIndex ? key[KeyFormat.PartitionSizeBytes..^KeyFormat.SuffixSizeBytes] : key[KeyFormat.PartitionSizeBytes..];

    /// <summary>Whether the item is of that partition, and not of another one with the same hash.</summary>
    internal bool IsInPartition(ItemSpan item, PartitionKeyValues partitionKey)
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
    internal int Compare(ItemSpan left, ItemSpan right)
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

    private bool TryFind(ReadOnlySpan<byte> value, scoped ItemSpan key, out ItemSpan item)
    {
        item = ItemSpan.FromPackedUnchecked(value);
        if (!ItemBucket.IsBucket(value))
        {
            return HasSameKey(item, key);
        }

        var rest = ItemBucket.GetItems(value);
        while (!rest.IsEmpty)
        {
            item = ItemSpan.FromPackedUnchecked(ItemBucket.TakeFirst(ref rest));
            if (HasSameKey(item, key))
            {
                return true;
            }
        }

        item = default;
        return false;
    }

    private List<byte[]> UnpackWithout(ReadOnlySpan<byte> value, ItemSpan key)
    {
        var items = ItemBucket.Unpack(value);
        for (var i = 0; i < items.Count; i++)
        {
            if (!HasSameKey(ItemSpan.FromPackedUnchecked(items[i]), key))
            {
                continue;
            }

            items.RemoveAt(i);
            break;
        }

        return items;
    }

    private bool TryFindFirst(WriteTransaction transaction, Span<byte> buffer, out int keySizeBytes)
    {
        using var cursor = transaction.OpenCursor();
        keySizeBytes = 0;
        if (!cursor.SeekAtLeast(buffer[..KeyFormat.SpaceSizeBytes]) || !cursor.Key.StartsWith(buffer[..KeyFormat.SpaceSizeBytes]))
        {
            return false;
        }

        cursor.Key.CopyTo(buffer);
        keySizeBytes = cursor.Key.Length;
        return true;
    }

    private void WriteSegmentStart(Span<byte> destination, int segment, int totalSegments)
    {
        KeyFormat.WriteSpace(destination, _keyspace, _id);
        var start = (((UInt128)(uint)segment << 64) + (uint)totalSegments - 1) / (uint)totalSegments;
        BinaryPrimitives.WriteUInt128BigEndian(destination[KeyFormat.SpaceSizeBytes..], start << 64);
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
