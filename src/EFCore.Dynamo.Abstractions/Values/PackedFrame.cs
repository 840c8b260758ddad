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

    private int _lastNameStart;

    public static PackedFrame Open(AttributeType type, int contentStart, int firstEntry)
        => new() { Type = type, ContentStart = contentStart, FirstEntry = firstEntry, IsSorted = true, _lastNameStart = -1 };

    /// <summary>Notes the name of an entry, and whether names still ascend.</summary>
    public void NoteName(ReadOnlySpan<byte> data, int start)
    {
        HasName = true;
        if (IsSorted && _lastNameStart >= 0)
        {
            IsSorted = PackedFormat.GetEntryName(data[_lastNameStart..]).SequenceCompareTo(PackedFormat.GetEntryName(data[start..])) < 0;
        }

        _lastNameStart = start;
    }
}
