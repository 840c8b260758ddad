using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Values;

/// <summary>Where one element of an open container is in the builder's buffer.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PackedEntry
{
    public int Start;
    public int End;

    public readonly int Length => End - Start;
}
