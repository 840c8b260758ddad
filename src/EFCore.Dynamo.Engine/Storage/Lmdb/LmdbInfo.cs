using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>LMDB's <c>MDB_envinfo</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LmdbInfo
{
    /// <summary>Set for a map at a fixed address only.</summary>
    public readonly nint FixedMapAddress;

    public readonly nuint MapSizeBytes;
    public readonly nuint LastPageNumber;
    public readonly nuint LastTransactionId;
    public readonly uint MaxReaders;
    public readonly uint ReaderCount;
}
