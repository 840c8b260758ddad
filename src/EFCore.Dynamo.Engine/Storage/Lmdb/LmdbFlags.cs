namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Flags of <c>mdb_env_open</c>; the values are lmdb.h's.</summary>
[Flags]
internal enum LmdbFlags : uint
{
    None = 0,

    /// <summary>Commit without fsync.</summary>
    NoSync = 0x10000,

    /// <summary>Reader slots belong to transactions, not threads, so that they can be pooled.</summary>
    NoThreadLocalStorage = 0x200000,

    /// <summary>Do not clear buffers that are about to be overwritten.</summary>
    NoMemoryInitialization = 0x1000000,
}
