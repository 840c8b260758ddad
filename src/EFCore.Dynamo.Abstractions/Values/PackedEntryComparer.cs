namespace EFCore.Dynamo.Values;

/// <summary>Orders entries of a builder by name bytes, or elements of a set by their bytes.</summary>
internal sealed class PackedEntryComparer : IComparer<PackedEntry>
{
    private const int MaxInsertionSortCount = 24;

    private byte[] _data = [];
    private bool _hasNames;

    public void Use(byte[] data, bool hasNames)
    {
        _data = data;
        _hasNames = hasNames;
    }

    public int Compare(PackedEntry x, PackedEntry y) => GetKey(x).SequenceCompareTo(GetKey(y));

    public bool IsAscending(ReadOnlySpan<PackedEntry> entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            if (Compare(entries[i - 1], entries[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    public void Sort(Span<PackedEntry> entries)
    {
        if (entries.Length > MaxInsertionSortCount)
        {
            entries.Sort(this);
            return;
        }

        // Items are small and mostly sorted, and this allocates nothing.
        for (var i = 1; i < entries.Length; i++)
        {
            var entry = entries[i];
            var position = i;
            for (; position > 0 && Compare(entries[position - 1], entry) > 0; position--)
            {
                entries[position] = entries[position - 1];
            }

            entries[position] = entry;
        }
    }

    private ReadOnlySpan<byte> GetKey(PackedEntry entry)
    {
        var bytes = _data.AsSpan(entry.Start, entry.Length);
        return _hasNames ? PackedFormat.GetEntryName(bytes) : bytes;
    }
}
