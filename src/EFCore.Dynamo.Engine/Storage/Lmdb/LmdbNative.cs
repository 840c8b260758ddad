using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>liblmdb's functions as <c>lmdb.h</c> declares them.</summary>
/// <remarks>
///     Those that only touch memory for well under a microsecond suppress the GC transition, which costs a fifth of a point read. They may fault a page in,
///     as may any managed code that reads a span of the map. Whatever takes a lock, allocates or writes makes the transition.
///     <see cref="LmdbLibrary.EnsureLoaded" /> comes before the first call.
/// </remarks>
internal static unsafe partial class LmdbNative
{
    internal const string LibraryName = "lmdb";

    [LibraryImport(LibraryName)]
    internal static partial byte* mdb_version(int* major, int* minor, int* patch);

    [LibraryImport(LibraryName)]
    internal static partial byte* mdb_strerror(int error);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_create(nint* environment);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_open(nint environment, byte* path, uint flags, int mode);

    [LibraryImport(LibraryName)]
    internal static partial void mdb_env_close(nint environment);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_set_mapsize(nint environment, nuint sizeBytes);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_set_maxreaders(nint environment, uint readers);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_get_maxkeysize(nint environment);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_info(nint environment, LmdbInfo* info);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_stat(nint environment, LmdbStatistics* statistics);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_env_sync(nint environment, int force);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_reader_check(nint environment, int* dead);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_txn_begin(nint environment, nint parent, uint flags, nint* transaction);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_txn_commit(nint transaction);

    [LibraryImport(LibraryName)]
    internal static partial void mdb_txn_abort(nint transaction);

    [LibraryImport(LibraryName)]
    [SuppressGCTransition]
    internal static partial void mdb_txn_reset(nint transaction);

    [LibraryImport(LibraryName)]
    [SuppressGCTransition]
    internal static partial int mdb_txn_renew(nint transaction);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_dbi_open(nint transaction, byte* name, uint flags, uint* database);

    [LibraryImport(LibraryName)]
    [SuppressGCTransition]
    internal static partial int mdb_get(nint transaction, uint database, LmdbValue* key, LmdbValue* value);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_put(nint transaction, uint database, LmdbValue* key, LmdbValue* value, uint flags);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_del(nint transaction, uint database, LmdbValue* key, LmdbValue* value);

    [LibraryImport(LibraryName)]
    internal static partial int mdb_cursor_open(nint transaction, uint database, nint* cursor);

    [LibraryImport(LibraryName)]
    internal static partial void mdb_cursor_close(nint cursor);

    [LibraryImport(LibraryName)]
    [SuppressGCTransition]
    internal static partial int mdb_cursor_renew(nint transaction, nint cursor);

    [LibraryImport(LibraryName)]
    [SuppressGCTransition]
    internal static partial int mdb_cursor_get(nint cursor, LmdbValue* key, LmdbValue* value, int operation);
}
