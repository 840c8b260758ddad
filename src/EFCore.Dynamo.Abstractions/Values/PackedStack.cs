using System.Buffers.Binary;
using System.Runtime.InteropServices;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>The bytes of an item in the making: open containers one inside the other, each with its elements so far.</summary>
/// <remarks>
///     Elements are written where they will almost be: closing a container moves its content up by the length of its offset table,
///     or copies it in canonical order when it was not written in that order. Which call is allowed when is the builder's business.
/// </remarks>
internal sealed class PackedStack
{
    private const int InitialBytes = 512;
    private const int InitialEntries = 32;
    private const int MaxKeptBytes = 1 << 20;
    private const int MaxKeptEntries = MaxKeptBytes / 16;

    // The content of every open container, one after another.
    private byte[] _data = new byte[InitialBytes];
    private int _length;

    // Elements of every open container, one container's after another; the frames know where each begins.
    private PackedEntry[] _entries = new PackedEntry[InitialEntries];
    private int _entryCount;

    private readonly PackedFrame[] _frames = new PackedFrame[ItemBuilder.MaxDepth + 2];

    private int _frame;
    private byte[] _scratch = [];
    private PackedEntryComparer? _comparer;

    public PackedStack() => Clear();

    /// <summary>The innermost open container.</summary>
    public ref PackedFrame Top => ref _frames[_frame];

    /// <summary>Containers open within the item.</summary>
    public int Depth => _frame;

    public void Clear()
    {
        if (_data.Length > MaxKeptBytes)
        {
            _data = new byte[InitialBytes];
        }

        if (_entries.Length > MaxKeptEntries)
        {
            _entries = new PackedEntry[InitialEntries];
        }

        if (_scratch.Length > MaxKeptBytes)
        {
            _scratch = [];
        }

        _length = 0;
        _entryCount = 0;
        _frame = 0;
        _frames[0] = PackedFrame.Open(AttributeType.Map, 0, 0);
    }

    /// <summary>Room for at least this many bytes after what is written; <see cref="Advance" /> says how many were used.</summary>
    public Span<byte> Reserve(int count)
    {
        var needed = checked(_length + count);
        if (needed > _data.Length)
        {
            Array.Resize(ref _data, Math.Max(needed, (int)Math.Min(Array.MaxLength, _data.Length * 2L)));
        }

        return _data.AsSpan(_length);
    }

    public void Advance(int count) => _length += count;

    /// <summary>Begins an element at the end of what is written.</summary>
    public void BeginElement()
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
        }

        _entries[_entryCount++].Start = _length;
    }

    /// <summary>Begins an element of the innermost map with a name that stands after what is written.</summary>
    public void BeginNamedElement(int nameLength)
    {
        var entry = Reserve(PackedFormat.NameLengthBytes + nameLength + sizeof(ulong));
        BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)nameLength);
        var prefix = BinaryPrimitives.ReadUInt64BigEndian(entry[PackedFormat.NameLengthBytes..]);
        prefix = nameLength >= sizeof(ulong) ? prefix : prefix & ~(ulong.MaxValue >> (nameLength * 8));

        BeginElement();
        _entries[_entryCount - 1].NamePrefix = prefix;
        ref var frame = ref Top;
        frame.HasName = true;
        _length += PackedFormat.NameLengthBytes + nameLength;
        if (frame.IsSorted && _entryCount - 1 > frame.FirstEntry)
        {
            frame.IsSorted = IsAfter(_entries[_entryCount - 2], prefix, entry.Slice(PackedFormat.NameLengthBytes, nameLength));
        }
    }

    /// <summary>Ends the element that was begun last in the innermost container.</summary>
    public void EndElement()
    {
        _entries[_entryCount - 1].End = _length;
        _frames[_frame].HasName = false;
    }

    public void Push(AttributeType type) => _frames[++_frame] = PackedFrame.Open(type, _length, _entryCount);

    /// <summary>Closes the innermost container and the element that it is.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    /// <exception cref="DynamoValidationException">A set is empty or has an element twice.</exception>
    public void Pop()
    {
        var entries = SortTop();
        ref var frame = ref Top;
        var contentBytes = _length - frame.ContentStart;
        var headerBytes = PackedFormat.GetHeaderBytes(entries.Length);
        _ = Reserve(headerBytes);
        var packed = _data.AsSpan(frame.ContentStart, headerBytes + contentBytes);
        if (frame.IsSorted)
        {
            packed[..contentBytes].CopyTo(packed[headerBytes..]);
            WriteHeader(entries, packed);
        }
        else
        {
            if (_scratch.Length < packed.Length)
            {
                _scratch = new byte[Math.Max(packed.Length, _data.Length)];
            }

            WriteContainer(entries, _scratch);
            _scratch.AsSpan(0, packed.Length).CopyTo(packed);
        }

        _length += headerBytes;
        _entryCount = frame.FirstEntry;
        _frame--;
        EndElement();
    }

    /// <summary>The finished map, in an array of its own; null when it is empty.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public byte[]? ToMap()
    {
        if (_entryCount == 0)
        {
            return null;
        }

        var entries = SortTop();
        var packed = GC.AllocateUninitializedArray<byte>(PackedFormat.GetHeaderBytes(entries.Length) + _length);
        WriteContainer(entries, packed);
        return packed;
    }

    /// <summary>The value of the only attribute, in an array of its own.</summary>
    public byte[] ToOnlyValue() => PackedFormat.GetEntryValue(_data.AsSpan(0, _length)).ToArray();

    /// <summary>The entries of the innermost container in canonical order; its frame says whether they were written so.</summary>
    private Span<PackedEntry> SortTop()
    {
        ref var frame = ref Top;
        var entries = _entries.AsSpan(frame.FirstEntry, _entryCount - frame.FirstEntry);
        if (frame.Type == AttributeType.List || (frame.Type == AttributeType.Map && frame.IsSorted))
        {
            return entries;
        }

        _comparer ??= new PackedEntryComparer();
        _comparer.Use(_data, hasNames: frame.Type == AttributeType.Map);
        if (frame.Type == AttributeType.Map)
        {
            SortMap(entries, _comparer);
        }
        else
        {
            frame.IsSorted = SortSet(entries, frame.Type, _comparer);
        }

        return entries;
    }

    /// <summary>Whether a name comes after an entry's name.</summary>
    private bool IsAfter(PackedEntry previous, ulong prefix, ReadOnlySpan<byte> name)
        => previous.NamePrefix != prefix
            ? previous.NamePrefix < prefix
            : PackedFormat.GetEntryName(_data.AsSpan(previous.Start)).SequenceCompareTo(name) < 0;

    private void SortMap(Span<PackedEntry> entries, PackedEntryComparer comparer)
    {
        comparer.Sort(entries);
        var duplicate = comparer.FindDuplicate(entries);
        if (duplicate >= 0)
        {
            var name = System.Text.Encoding.UTF8.GetString(PackedFormat.GetEntryName(_data.AsSpan(entries[duplicate].Start)));
            throw new ArgumentException($"The attribute name '{name}' occurs twice.");
        }
    }

    /// <returns>Whether the elements were in order before.</returns>
    private bool SortSet(Span<PackedEntry> entries, AttributeType type, PackedEntryComparer comparer)
    {
        if (entries.IsEmpty)
        {
            throw SetErrors.Empty(type);
        }

        if (comparer.IsAscending(entries))
        {
            return true;
        }

        comparer.Sort(entries);
        if (comparer.FindDuplicate(entries) >= 0)
        {
            throw SetErrors.Duplicate(type, _data, entries);
        }

        return false;
    }

    private void WriteContainer(ReadOnlySpan<PackedEntry> entries, Span<byte> destination)
    {
        WriteHeader(entries, destination);
        var position = PackedFormat.GetHeaderBytes(entries.Length);
        if (Top.IsSorted)
        {
            _data.AsSpan(Top.ContentStart.._length).CopyTo(destination[position..]);
            return;
        }

        foreach (var entry in entries)
        {
            _data.AsSpan(entry.Start, entry.Length).CopyTo(destination[position..]);
            position += entry.Length;
        }
    }

    private static void WriteHeader(ReadOnlySpan<PackedEntry> entries, Span<byte> destination)
    {
        var offset = PackedFormat.GetHeaderBytes(entries.Length);
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Packed items are written on little-endian machines.");
        }

        var words = MemoryMarshal.Cast<byte, int>(destination[..offset]);
        words[0] = entries.Length;
        words[1] = offset;
        words = words[2..];
        for (var i = 0; i < words.Length; i++)
        {
            offset += entries[i].Length;
            words[i] = offset;
        }
    }
}
