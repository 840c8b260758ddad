using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>LMDB's <c>MDB_stat</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LmdbStatistics
{
    public readonly uint PageSizeBytes;
    public readonly uint Depth;
    public readonly nuint BranchPageCount;
    public readonly nuint LeafPageCount;
    public readonly nuint OverflowPageCount;
    public readonly nuint EntryCount;
}
