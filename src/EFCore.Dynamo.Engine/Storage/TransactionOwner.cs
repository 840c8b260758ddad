using System.Runtime.CompilerServices;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>What a reader and the writer have in common: an LMDB transaction that values are read through.</summary>
internal abstract class TransactionOwner(LmdbEnvironment environment)
{
    internal LmdbEnvironment Environment { get; } = environment;

    internal LmdbTransaction Transaction { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGet(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        var code = Transaction.Get(key, out var found);
        if (code == LmdbError.Success)
        {
            value = found.Span;
            return true;
        }

        value = default;
        return IsFound(code, "mdb_get");
    }

    /// <summary>An open cursor, at no position.</summary>
    internal abstract LmdbCursor RentCursor();

    internal abstract void ReturnCursor(LmdbCursor cursor);

    /// <summary>Success or not found; everything else throws.</summary>
    /// <exception cref="StorageException">The file is damaged.</exception>
    internal bool IsFound(int code, string call)
    {
        if (code == LmdbError.Success)
        {
            return true;
        }

        return code == LmdbError.NotFound ? false : throw CreateException(code, call);
    }

    /// <summary>What to throw for a code that is not an outcome: corruption gives the environment up.</summary>
    internal virtual Exception CreateException(int code, string call)
    {
        var cause = new LmdbException(code, call);
        return LmdbError.IsCorruption(code)
            ? Environment.Poison(StorageErrors.Damaged(Environment.Path, cause))
            : StorageErrors.Unexpected(Environment.Path, cause);
    }

    protected LmdbCursor OpenLmdbCursor()
    {
        var code = Transaction.OpenCursor(out var cursor);
        return code == LmdbError.Success ? cursor : throw CreateException(code, "mdb_cursor_open");
    }
}
