using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Walks keys in memcmp order.</summary>
/// <remarks>Dispose it before its transaction. In a write transaction every write ends its use.</remarks>
internal ref struct StoreCursor : IDisposable
{
    private readonly TransactionOwner _owner;

    private LmdbCursor _cursor;
    private LmdbValue _key;
    private LmdbValue _value;

    internal StoreCursor(TransactionOwner owner)
    {
        _owner = owner;
        _cursor = owner.RentCursor();
    }

    /// <summary>Where the cursor stands, after a move that returned true.</summary>
    public readonly ReadOnlySpan<byte> Key => _key.Span;

    /// <summary>What is stored there.</summary>
    public readonly ReadOnlySpan<byte> Value => _value.Span;

    /// <summary>Only the address of <see cref="Value" />, for sorting a run before reading it.</summary>
    internal readonly LmdbValue ValueReference => _value;

    /// <summary>The first key that is the given one or behind it; false when there is none.</summary>
    public bool SeekAtLeast(scoped ReadOnlySpan<byte> key)
        => _owner.IsFound(_cursor.SeekAtLeast(key, out _key, out _value), "mdb_cursor_get");

    /// <summary>The last key that is before the given one; false when there is none.</summary>
    public bool SeekBefore(scoped ReadOnlySpan<byte> key) => SeekAtLeast(key) ? MovePrevious() : SeekLast();

    public bool SeekFirst() => Move(LmdbCursorOperation.First);

    public bool SeekLast() => Move(LmdbCursorOperation.Last);

    public bool MoveNext() => Move(LmdbCursorOperation.Next);

    public bool MovePrevious() => Move(LmdbCursorOperation.Previous);

    public void Dispose()
    {
        if (!_cursor.IsOpen)
        {
            return;
        }

        _owner.ReturnCursor(_cursor);
        _cursor = default;
    }

    private bool Move(LmdbCursorOperation operation) => _owner.IsFound(_cursor.Move(operation, out _key, out _value), "mdb_cursor_get");
}
