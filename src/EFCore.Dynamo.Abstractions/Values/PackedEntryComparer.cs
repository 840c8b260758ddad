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

    public int Compare(PackedEntry x, PackedEntry y)
        => _hasNames && x.NamePrefix != y.NamePrefix
            ? x.NamePrefix.CompareTo(y.NamePrefix)
            : GetKey(x).SequenceCompareTo(GetKey(y));

    /// <summary>Whether the entries are in order, without duplicates.</summary>
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

    /// <summary>Index of an entry of sorted ones that has the same key as the one before it, or -1.</summary>
    public int FindDuplicate(ReadOnlySpan<PackedEntry> entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            if (Compare(entries[i - 1], entries[i]) == 0)
            {
                return i;
            }
        }

        return -1;
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
