using System.Buffers;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Items that LMDB's order does not order: a run of cut sort keys, or the items of one bucket. Sorted by their whole keys.</summary>
/// <remarks>Holds addresses only, 16 bytes an item. Usual cursors never make one.</remarks>
internal struct ItemRun
{
    private LmdbValue[]? _items;
    private int _count;
    private int _next;

    internal readonly bool IsEmpty => _next >= _count;

    internal void Add(LmdbValue item)
    {
        if (_items is null)
        {
            _items = ArrayPool<LmdbValue>.Shared.Rent(16);
        }
        else if (_count == _items.Length)
        {
            Grow();
        }

        _items[_count++] = item;
    }

    internal readonly void Sort(ItemKeyEncoding keys, bool forward)
    {
        if (_count > 1)
        {
            _items.AsSpan(0, _count).Sort((left, right) => (forward ? 1 : -1) * keys.Compare(ToItem(left), ToItem(right)));
        }
    }

    internal LmdbValue TakeNext() => _items![_next++]; // not empty, so there is an array

    internal void Clear()
    {
        _count = 0;
        _next = 0;
    }

    internal void Release()
    {
        if (_items is not null)
        {
            ArrayPool<LmdbValue>.Shared.Return(_items);
        }

        _items = null;
        Clear();
    }

    private static ItemSpan ToItem(LmdbValue value) => ItemSpan.FromPackedUnchecked(value.Span);

    private void Grow()
    {
        var larger = ArrayPool<LmdbValue>.Shared.Rent(_count * 2);
        _items.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<LmdbValue>.Shared.Return(_items!); // grows only what it has
        _items = larger;
    }
}
