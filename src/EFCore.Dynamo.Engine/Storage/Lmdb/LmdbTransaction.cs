using System.Runtime.CompilerServices;
using LightningDB.Native;
using NativeLmdb = LightningDB.Native.Lmdb;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>An <c>MDB_txn</c>. Copies are the same transaction; after <see cref="Commit" /> or <see cref="Abort" /> none may be used.</summary>
/// <remarks>A writing one belongs to the thread that began it. Every value read lives in the map until the transaction ends or writes.</remarks>
internal readonly unsafe struct LmdbTransaction(nint handle, uint database)
{
    private const uint NoOverwrite = 0x10;
    private const uint ReserveSpace = 0x10000;

    /// <summary>LMDB keeps its list of free pages in the first of its databases.</summary>
    private const uint FreeListDatabase = 0;

    internal nint Handle => handle;

    /// <summary>Success, NotFound, or what went wrong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Get(ReadOnlySpan<byte> key, out LmdbValue value)
    {
        Unsafe.SkipInit(out value);
        fixed (byte* keyPointer = key)
        fixed (LmdbValue* valuePointer = &value)
        {
            var lmdbKey = new LmdbValue(keyPointer, key.Length);
            return LmdbNative.mdb_get(handle, database, &lmdbKey, valuePointer);
        }
    }

    /// <summary>Adds or replaces.</summary>
    internal int Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        fixed (byte* keyPointer = key, valuePointer = value)
        {
            var lmdbKey = new LmdbValue(keyPointer, key.Length);
            var lmdbValue = new LmdbValue(valuePointer, value.Length);
            return LmdbNative.mdb_put(handle, database, &lmdbKey, &lmdbValue, 0);
        }
    }

    /// <summary>Adds, or answers KeyExists with what is there.</summary>
    internal int PutNew(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, out LmdbValue existing)
    {
        fixed (byte* keyPointer = key, valuePointer = value)
        {
            var lmdbKey = new LmdbValue(keyPointer, key.Length);
            var lmdbValue = new LmdbValue(valuePointer, value.Length);
            var code = LmdbNative.mdb_put(handle, database, &lmdbKey, &lmdbValue, NoOverwrite);
            existing = lmdbValue;
            return code;
        }
    }

    /// <summary>Adds or replaces with room for the caller to fill in before the next call.</summary>
    internal int Reserve(scoped ReadOnlySpan<byte> key, int sizeBytes, out Span<byte> room)
    {
        fixed (byte* keyPointer = key)
        {
            var lmdbKey = new LmdbValue(keyPointer, key.Length);
            var lmdbValue = new LmdbValue(null, sizeBytes);
            var code = LmdbNative.mdb_put(handle, database, &lmdbKey, &lmdbValue, ReserveSpace);
            room = code == LmdbError.Success ? lmdbValue.WritableSpan : default;
            return code;
        }
    }

    internal int Delete(ReadOnlySpan<byte> key)
    {
        fixed (byte* keyPointer = key)
        {
            var lmdbKey = new LmdbValue(keyPointer, key.Length);
            return LmdbNative.mdb_del(handle, database, &lmdbKey, null);
        }
    }

    internal int OpenCursor(out LmdbCursor cursor)
    {
        nint opened;
        var code = LmdbNative.mdb_cursor_open(handle, database, &opened);
        cursor = new LmdbCursor(code == LmdbError.Success ? opened : 0);
        return code;
    }

    /// <summary>The pages in use as the transaction leaves them; the free list grows a little with the commit.</summary>
    internal LmdbPageCount CountPages() => LmdbPageCount.Create(GetStatistics(database), GetStatistics(FreeListDatabase));

    /// <summary>Lets a reader's cursor be used again after its transaction was renewed.</summary>
    internal int Renew(LmdbCursor cursor) => LmdbNative.mdb_cursor_renew(handle, cursor.Handle);

    /// <summary>Ends a reader's snapshot but keeps its slot.</summary>
    internal void Reset() => LmdbNative.mdb_txn_reset(handle);

    /// <summary>Gives a reset reader the newest snapshot.</summary>
    internal int Renew() => LmdbNative.mdb_txn_renew(handle);

    /// <summary>Whatever it answers, the transaction is over.</summary>
    internal int Commit() => LmdbNative.mdb_txn_commit(handle);

    internal void Abort() => LmdbNative.mdb_txn_abort(handle);

    private MDBStat GetStatistics(uint of)
    {
        var code = (int)NativeLmdb.mdb_stat(handle, of, out var statistics);
        return code == LmdbError.Success ? statistics : throw new LmdbException(code, "mdb_stat");
    }
}
