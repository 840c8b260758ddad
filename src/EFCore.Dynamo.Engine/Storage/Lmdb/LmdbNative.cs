using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>liblmdb's functions that every read and write calls, as <c>lmdb.h</c> declares them; the others are called through LightningDB.</summary>
/// <remarks>
///     Those that only touch memory for well under a microsecond suppress the GC transition, which costs a fifth of a point read. They may fault a page in,
///     as may any managed code that reads a span of the map. Whatever takes a lock, allocates or writes makes the transition.
///     <see cref="LmdbLibrary.EnsureLoaded" /> comes before the first call.
/// </remarks>
internal static unsafe partial class LmdbNative
{
    internal const string LibraryName = "lmdb";

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
