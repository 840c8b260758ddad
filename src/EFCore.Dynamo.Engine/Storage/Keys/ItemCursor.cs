using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Items of a Query or Scan, one after the other. Dispose it before its transaction.</summary>
/// <remarks>
///     A Query walks LMDB keys that start with the partition's hash and checks each item's partition key. Where keys are cut or shared, it collects the run,
///     keeps what is inside the range, and sorts it by whole keys. A Scan takes LMDB's order as it is: hash order of partitions, and within one, order of cut
///     keys.
/// </remarks>
[SkipLocalsInit] // Clearing the room for keys costs as much as filling it.
internal ref struct ItemCursor : IDisposable
{
    private readonly ItemKeyEncoding _keys;
    private readonly PartitionKeyValues _partitionKey;
    private readonly SortKeyRange? _range;
    private readonly bool _forward;

    private StoreCursor _cursor;
    private ItemRun _run;
    private LmdbValue _current;

    // Forward: the lowest key inside. Backward: the lowest key behind.
    private KeyBuffer _start;
    private int _startSizeBytes;

    // The prefix that every key of a Query has, or the lowest key behind a Scan.
    private KeyBuffer _limit;
    private int _limitSizeBytes;
    private Position _position;

    // SeekAfter has found the next item already.
    private bool _isPrepared;

    private ItemCursor(ItemKeyEncoding keys, TransactionView transaction, PartitionKeyValues partitionKey, SortKeyRange? range, bool forward)
    {
        _keys = keys;
        _partitionKey = partitionKey;
        _range = range;
        _forward = forward;
        _cursor = transaction.OpenCursor();
    }

    private enum Position
    {
        /// <summary>Nowhere yet.</summary>
        Unset,

        /// <summary>On the key that was returned last, or on the last of its run.</summary>
        OnLast,

        /// <summary>On the key to look at next.</summary>
        OnNext,

        /// <summary>Behind everything.</summary>
        AtEnd,
    }

    /// <summary>The item, in LMDB's memory: valid until the end of a read transaction or the next write.</summary>
    public readonly ItemSpan Current => ItemSpan.FromPackedUnchecked(_current.Span);

    private readonly bool IsQuery => _range is not null;

    [UnscopedRef]
    private readonly ReadOnlySpan<byte> Limit => ((ReadOnlySpan<byte>)_limit)[.._limitSizeBytes];

    [UnscopedRef]
    private readonly ReadOnlySpan<byte> Start => ((ReadOnlySpan<byte>)_start)[.._startSizeBytes];

    /// <summary>
    ///     Lets the next <see cref="MoveNext" /> give the first item behind this key in the cursor's direction, whether or not the key (still) exists.
    /// </summary>
    /// <param name="exclusiveStartKey">A LastEvaluatedKey: the table's key attributes and, for an index, the index's too.</param>
    public void SeekAfter(scoped ItemSpan exclusiveStartKey)
    {
        Span<byte> buffer = stackalloc byte[KeyFormat.MaxKeySizeBytes];
        MoveStartTo(_keys.Write(exclusiveStartKey, buffer));
        _isPrepared = TryMove(exclusiveStartKey, isAfter: true);
    }

    /// <summary>False behind the last item, and from then on.</summary>
    public bool MoveNext()
    {
        if (!_isPrepared)
        {
            return TryMove(default, isAfter: false);
        }

        _isPrepared = false;
        return true;
    }

    public void Dispose()
    {
        _run.Release();
        _cursor.Dispose();
    }

    /// <summary>Items of one partition inside the range.</summary>
    internal static ItemCursor ForQuery(
        ItemKeyEncoding keys,
        TransactionView transaction,
        scoped ReadOnlySpan<byte> partition,
        PartitionKeyValues partitionKey,
        SortKeyRange range,
        bool forward)
    {
        var cursor = new ItemCursor(keys, transaction, partitionKey, range, forward);
        partition.CopyTo(cursor._limit);
        cursor._limitSizeBytes = partition.Length;
        partition.CopyTo(cursor._start);
        var bound = forward ? range.From : range.Before;
        var keptBytes = Math.Min(bound?.Length ?? 0, KeyFormat.MaxSortKeySizeBytes);
        bound.AsSpan(0, keptBytes).CopyTo(((Span<byte>)cursor._start)[partition.Length..]);
        cursor._startSizeBytes = partition.Length + keptBytes;
        // Going down, a bound that is cut itself has keys of its run on both sides: start above them all.
        if (!forward && (bound is null || bound.Length > keptBytes))
        {
            cursor._startSizeBytes = KeyFormat.ToSuccessor(((Span<byte>)cursor._start)[..cursor._startSizeBytes]);
        }

        return cursor;
    }

    /// <summary>All items from one key to before another.</summary>
    internal static ItemCursor ForScan(ItemKeyEncoding keys, TransactionView transaction, scoped ReadOnlySpan<byte> from, scoped ReadOnlySpan<byte> before)
    {
        var cursor = new ItemCursor(keys, transaction, default, null, forward: true);
        from.CopyTo(cursor._start);
        cursor._startSizeBytes = from.Length;
        before.CopyTo(cursor._limit);
        cursor._limitSizeBytes = before.Length;
        return cursor;
    }

    /// <summary>Narrows where to begin; a start key outside the range does not widen it.</summary>
    private void MoveStartTo(scoped ReadOnlySpan<byte> key)
    {
        Span<byte> start = stackalloc byte[KeyFormat.MaxKeySizeBytes + 1];
        var sizeBytes = key.Length;
        key.CopyTo(start);
        if (IsQuery && KeyFormat.MayBeCut(key))
        {
            var run = KeyFormat.GetRun(key);
            sizeBytes = _forward ? run.Length : KeyFormat.ToSuccessor(start[..run.Length]);
        }
        else if (!_forward)
        {
            start[sizeBytes++] = 0;
        }

        var order = ((ReadOnlySpan<byte>)start[..sizeBytes]).SequenceCompareTo(Start);
        if (_forward ? order <= 0 : order >= 0)
        {
            return;
        }

        start[..sizeBytes].CopyTo(_start);
        _startSizeBytes = sizeBytes;
    }

    private bool TryMove(scoped ItemSpan after, bool isAfter)
    {
        while (true)
        {
            if (!_run.IsEmpty)
            {
                _current = _run.TakeNext();
                return true;
            }

            if (!TryMoveCursor() || IsBehindLimit())
            {
                _position = Position.AtEnd;
                return false;
            }

            _position = Position.OnLast;
            var isBucket = ItemBucket.IsBucket(_cursor.Value);
            if (isBucket || (IsQuery && KeyFormat.MayBeCut(_cursor.Key)))
            {
                CollectRun(after, isAfter);
                continue;
            }

            var item = ItemSpan.FromPackedUnchecked(_cursor.Value);
            if (IsQuery && !IsInside(out var isBehind))
            {
                if (!isBehind)
                {
                    continue;
                }

                _position = Position.AtEnd;
                return false;
            }

            if ((IsQuery && !_keys.IsInPartition(item, _partitionKey)) || (isAfter && !IsAfter(item, after)))
            {
                continue;
            }

            _current = _cursor.ValueReference;
            return true;
        }
    }

    private bool TryMoveCursor()
    {
        switch (_position)
        {
            case Position.Unset:
                return _forward ? _cursor.SeekAtLeast(Start) : _cursor.SeekBefore(Start);
            case Position.OnNext:
                return true;
            case Position.AtEnd:
                return false;
            default:
                return _forward ? _cursor.MoveNext() : _cursor.MovePrevious();
        }
    }

    private readonly bool IsBehindLimit() => IsQuery ? !_cursor.Key.StartsWith(Limit) : _cursor.Key.SequenceCompareTo(Limit) >= 0;

    /// <summary>Whether an uncut key is inside the range; if not, whether everything further on is outside too.</summary>
    private readonly bool IsInside(out bool isBehind)
    {
        var sortKey = _keys.GetSortKey(_cursor.Key);
        var isBelow = sortKey.SequenceCompareTo(_range!.From) < 0; // asked only of a Query, which has a range
        var isAbove = _range.Before is { } before && sortKey.SequenceCompareTo(before) >= 0;
        isBehind = _forward ? isAbove : isBelow;
        return !isBelow && !isAbove;
    }

    private readonly bool IsAfter(ItemSpan item, scoped ItemSpan after)
    {
        // A Scan compares within one LMDB key only; behind it everything is after.
        if (!IsQuery && !_cursor.Key.SequenceEqual(Start))
        {
            return true;
        }

        var order = _keys.Compare(item, after);
        return _forward ? order > 0 : order < 0;
    }

    /// <summary>Sorts what is inside out of all keys that are cut where this one is, or out of one shared key.</summary>
    private void CollectRun(scoped ItemSpan after, bool isAfter)
    {
        _run.Clear();
        KeyBuffer runStart = default;
        var isCut = IsQuery && KeyFormat.MayBeCut(_cursor.Key);
        if (isCut)
        {
            KeyFormat.GetRun(_cursor.Key).CopyTo(runStart);
        }

        var run = ((ReadOnlySpan<byte>)runStart)[..(KeyFormat.MaxKeySizeBytes - KeyFormat.SuffixSizeBytes)];
        bool isMore;
        do
        {
            Collect(after, isAfter);
            isMore = isCut && (_forward ? _cursor.MoveNext() : _cursor.MovePrevious());
        }
        while (isMore && KeyFormat.MayBeCut(_cursor.Key) && _cursor.Key.StartsWith(run));

        if (isCut)
        {
            _position = isMore ? Position.OnNext : Position.AtEnd;
        }

        _run.Sort(_keys, _forward);
    }

    private void Collect(scoped ItemSpan after, bool isAfter)
    {
        if (!ItemBucket.IsBucket(_cursor.Value))
        {
            CollectItem(_cursor.ValueReference, after, isAfter);
            return;
        }

        var offset = ItemBucket.HeadSizeBytes;
        while (offset < _cursor.Value.Length)
        {
            var item = ItemBucket.TakeAt(_cursor.ValueReference, ref offset);
            CollectItem(item, after, isAfter);
        }
    }

    private void CollectItem(LmdbValue value, scoped ItemSpan after, bool isAfter)
    {
        var item = ItemSpan.FromPackedUnchecked(value.Span);
        if (IsQuery && (!_keys.IsInPartition(item, _partitionKey) || !IsInRange(item)))
        {
            return;
        }

        if (!isAfter || IsAfter(item, after))
        {
            _run.Add(value);
        }
    }

    private readonly bool IsInRange(ItemSpan item)
    {
        var encoder = new KeyEncoder(stackalloc byte[KeyFormat.MaxKeySizeBytes]);
        _keys.EncodeSortKey(item, ref encoder);
        var sortKey = encoder.Written;
        var isInside = sortKey.SequenceCompareTo(_range!.From) >= 0 // asked only of a Query, which has a range
            && (_range.Before is not { } before || sortKey.SequenceCompareTo(before) < 0);
        encoder.Dispose();
        return isInside;
    }
}
