using System.Runtime.CompilerServices;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>An <c>MDB_cursor</c>. Close it before its transaction ends.</summary>
internal readonly unsafe struct LmdbCursor(nint handle)
{
    internal nint Handle => handle;

    internal bool IsOpen => handle != 0;

    /// <summary>Success, NotFound, or what went wrong.</summary>
    internal int Move(LmdbCursorOperation operation, out LmdbValue key, out LmdbValue value)
    {
        Unsafe.SkipInit(out key);
        Unsafe.SkipInit(out value);
        fixed (LmdbValue* keyPointer = &key, valuePointer = &value)
        {
            return LmdbNative.mdb_cursor_get(handle, keyPointer, valuePointer, (int)operation);
        }
    }

    /// <summary>The first key at or behind the sought one.</summary>
    internal int SeekAtLeast(ReadOnlySpan<byte> sought, out LmdbValue key, out LmdbValue value)
    {
        Unsafe.SkipInit(out key);
        Unsafe.SkipInit(out value);
        fixed (byte* soughtPointer = sought)
        fixed (LmdbValue* keyPointer = &key, valuePointer = &value)
        {
            *keyPointer = new LmdbValue(soughtPointer, sought.Length);
            return LmdbNative.mdb_cursor_get(handle, keyPointer, valuePointer, (int)LmdbCursorOperation.SetRange);
        }
    }

    internal void Close() => LmdbNative.mdb_cursor_close(handle);
}
