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
    private readonly ItemKeyEncoding _keys;

    /// <param name="keys">Other than in tests, what the factories below make.</param>
    internal ItemSpace(ItemKeyEncoding keys) => _keys = keys;

    /// <param name="partitionKey">One attribute; up to four for a global secondary index.</param>
    /// <param name="sortKey">None or one attribute; up to four for a global secondary index.</param>
    public static ItemSpace ForTable(uint tableId, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey)
        => new(new ItemKeyEncoding(Keyspace.Item, tableId, partitionKey, sortKey, null, PartitionHash.Compute));

    /// <param name="table">Its key breaks ties between entries of one index key.</param>
    public static ItemSpace ForIndex(uint indexId, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey, ItemSpace table)
        => new(ItemKeyEncoding.ForIndex(indexId, partitionKey, sortKey, table._keys));

    /// <inheritdoc cref="ItemKeyEncoding.HasKey" />
    public bool HasKey(ItemSpan item) => _keys.HasKey(item);

    /// <inheritdoc cref="ItemKeyEncoding.HasSameKey" />
    public bool HasSameKey(ItemSpan left, ItemSpan right) => _keys.HasSameKey(left, right);

    /// <inheritdoc cref="ItemKeyEncoding.GetSegment" />
    public int GetSegment(ItemSpan key, int totalSegments) => _keys.GetSegment(key, totalSegments);

    /// <summary>Finds the item with the key attributes of <paramref name="key" />, which may hold others.</summary>
    public bool TryGet(TransactionView transaction, scoped ItemSpan key, out ItemSpan item)
    {
        Span<byte> buffer = stackalloc byte[KeyFormat.MaxKeySizeBytes];
        if (transaction.TryGet(_keys.Write(key, buffer), out var value))
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
        var key = _keys.Write(item, buffer);
        if (transaction.TryAdd(key, item.PackedBytes, out var existing))
        {
            return;
        }

        if (!ItemBucket.IsBucket(existing) && _keys.HasSameKey(ItemSpan.FromPackedUnchecked(existing), item))
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
        var lmdbKey = _keys.Write(key, buffer);
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
        _keys.WriteSpace(buffer);
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
        _keys.WritePartition(partitionKey, partition);
        return ItemCursor.ForQuery(_keys, transaction, partition, partitionKey, range, forward);
    }

    /// <summary>All items in hash order, or those of one segment of a parallel Scan.</summary>
    public ItemCursor OpenScan(TransactionView transaction, int segment = 0, int totalSegments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totalSegments, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(segment);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(segment, totalSegments);
        Span<byte> from = stackalloc byte[KeyFormat.PartitionSizeBytes];
        Span<byte> before = stackalloc byte[KeyFormat.PartitionSizeBytes];
        _keys.WriteSegmentStart(from, segment, totalSegments);
        var beforeSizeBytes = KeyFormat.PartitionSizeBytes;
        if (segment + 1 < totalSegments)
        {
            _keys.WriteSegmentStart(before, segment + 1, totalSegments);
        }
        else
        {
            _keys.WriteSpace(before);
            beforeSizeBytes = KeyFormat.ToSuccessor(before[..KeyFormat.SpaceSizeBytes]);
        }

        return ItemCursor.ForScan(_keys, transaction, from, before[..beforeSizeBytes]);
    }

    /// <summary>Starts the range of a KeyConditionExpression.</summary>
    public SortKeyRangeBuilder BuildSortKeyRange() => new(_keys.IsIndex);

    private bool TryFind(ReadOnlySpan<byte> value, scoped ItemSpan key, out ItemSpan item)
    {
        item = ItemSpan.FromPackedUnchecked(value);
        if (!ItemBucket.IsBucket(value))
        {
            return _keys.HasSameKey(item, key);
        }

        var rest = ItemBucket.GetItems(value);
        while (!rest.IsEmpty)
        {
            item = ItemSpan.FromPackedUnchecked(ItemBucket.TakeFirst(ref rest));
            if (_keys.HasSameKey(item, key))
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
            if (!_keys.HasSameKey(ItemSpan.FromPackedUnchecked(items[i]), key))
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
}
