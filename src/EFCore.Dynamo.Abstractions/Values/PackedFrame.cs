using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Values;

/// <summary>One open container of a builder.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PackedFrame
{
    public AttributeType Type;
    public int ContentStart;
    public int FirstEntry;

    /// <summary>In a map: a name was written and its value was not.</summary>
    public bool HasName;

    /// <summary>The elements were written in canonical order, without duplicates.</summary>
    public bool IsSorted;

    public static PackedFrame Open(AttributeType type, int contentStart, int firstEntry)
        => new() { Type = type, ContentStart = contentStart, FirstEntry = firstEntry, IsSorted = true };
}
