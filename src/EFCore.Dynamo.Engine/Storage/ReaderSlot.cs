using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>One pooled LMDB reader, with the cursor that was last used on it.</summary>
internal sealed class ReaderSlot(LmdbEnvironment environment) : TransactionOwner(environment)
{
    private int _isRented;
    private bool _isBegun;
    private LmdbCursor _idleCursor;

    /// <summary>The thread that holds the slot, when one does.</summary>
    internal int HolderThreadId { get; private set; }

    internal bool IsRented => Volatile.Read(ref _isRented) != 0;

    /// <summary>Takes the slot when it is free. A full fence: whoever closes the gate afterwards sees the slot taken.</summary>
    internal bool TryRent()
    {
        if (Interlocked.CompareExchange(ref _isRented, 1, 0) != 0)
        {
            return false;
        }

        HolderThreadId = System.Environment.CurrentManagedThreadId;
        return true;
    }

    internal void Return()
    {
        HolderThreadId = 0;
        Volatile.Write(ref _isRented, 0);
    }

    /// <summary>Takes the newest snapshot.</summary>
    internal void BeginSnapshot()
    {
        if (!_isBegun)
        {
            Transaction = BeginRead();
            _isBegun = true;
            return;
        }

        var code = Transaction.Renew();
        if (code != LmdbError.Success)
        {
            throw CreateException(code, "mdb_txn_renew");
        }
    }

    private LmdbTransaction BeginRead()
    {
        try
        {
            return Environment.BeginRead();
        }
        catch (LmdbException exception)
        {
            throw CreateException(exception.Code, "mdb_txn_begin");
        }
    }

    internal void EndSnapshot() => Transaction.Reset();

    internal override LmdbCursor RentCursor()
    {
        var cursor = _idleCursor;
        if (!cursor.IsOpen)
        {
            return OpenLmdbCursor();
        }

        _idleCursor = default;
        var code = Transaction.Renew(cursor);
        if (code == LmdbError.Success)
        {
            return cursor;
        }

        cursor.Close();
        throw CreateException(code, "mdb_cursor_renew");
    }

    internal override void ReturnCursor(LmdbCursor cursor)
    {
        if (_idleCursor.IsOpen)
        {
            cursor.Close();
        }
        else
        {
            _idleCursor = cursor;
        }
    }

    /// <summary>Ends the LMDB transaction for good; the slot must not be rented again.</summary>
    internal void Close()
    {
        if (!_isBegun)
        {
            return;
        }

        if (_idleCursor.IsOpen)
        {
            _idleCursor.Close();
        }

        _idleCursor = default;
        Transaction.Abort();
        _isBegun = false;
    }
}
