using System.Buffers;

namespace EFCore.Dynamo.Values;

/// <summary>Pooled memory for items that are read, used and forgotten together, such as the pages of a query whose rows become entities.</summary>
/// <remarks>
///     <para>Items in an arena, and all values taken from them, are valid until <see cref="Clear" /> or <see cref="Dispose" />; what must live longer is
///     copied out first.</para>
///     <para>Hand one to <see cref="Operations.QueryRequest.Arena" />: a back end in the same process then copies each item into it, and allocates nothing an
///     item. Not safe for concurrent use.</para>
/// </remarks>
public sealed class ItemArena : IDisposable
{
    // Small enough to stay off the large object heap, large enough for a few dozen usual items.
    private const int ChunkBytes = 32 * 1024;

    private readonly List<byte[]> _chunks = [];

    private int _current = -1;
    private int _used;
    private bool _isDisposed;

    /// <summary>Copies an item into the arena.</summary>
    /// <exception cref="ObjectDisposedException">The arena was disposed.</exception>
    public Item Add(ItemSpan item)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var packed = item.PackedBytes;
        if (_current < 0 || _chunks[_current].Length - _used < packed.Length)
        {
            MoveToChunk(packed.Length);
        }

        var chunk = _chunks[_current];
        packed.CopyTo(chunk.AsSpan(_used));
        var copy = new Item(chunk, _used, packed.Length);
        _used += packed.Length;
        return copy;
    }

    /// <summary>Forgets all items and keeps the memory for the next ones.</summary>
    public void Clear()
    {
        _current = _chunks.Count > 0 ? 0 : -1;
        _used = 0;
    }

    /// <summary>Forgets all items and gives the memory back.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        foreach (var chunk in _chunks)
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _chunks.Clear();
    }

    private void MoveToChunk(int sizeBytes)
    {
        _used = 0;
        while (++_current < _chunks.Count)
        {
            if (_chunks[_current].Length >= sizeBytes)
            {
                return;
            }
        }

        _chunks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(ChunkBytes, sizeBytes)));
    }
}
