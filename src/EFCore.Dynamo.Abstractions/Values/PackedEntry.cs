using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Values;

/// <summary>Where one element of an open container is in the builder's buffer.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PackedEntry
{
    public int Start;
    public int End;

    /// <summary>In a map: the name's first 8 bytes, big-endian, zero-filled. Almost all comparisons end here.</summary>
    public ulong NamePrefix;

    public readonly int Length => End - Start;
}
