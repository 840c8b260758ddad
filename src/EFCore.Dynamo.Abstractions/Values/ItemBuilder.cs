using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>Packs an item. Attributes may come in any order; reusable after <see cref="Build" /> or <see cref="Clear" />.</summary>
/// <remarks>
///     <para>The streaming form writes a name, then exactly one value; lists and sets take values without names.
///     A call that does not fit the state throws <see cref="InvalidOperationException" />.</para>
///     <para>Not thread-safe. It keeps its buffers for the next item, and allocates only the bytes of the item that it returns.
///     After an exception of any call, <see cref="Clear" /> makes it usable again.</para>
/// </remarks>
public sealed class ItemBuilder
{
    /// <summary>Levels of lists and maps that can be packed. The service's own limit, 32, is checked where requests are validated.</summary>
    public const int MaxDepth = 64;

    private const int RootFrame = 0;

    // The content of every open container, one after another; a closed container is moved up by its offset table.
    private byte[] _data = new byte[512];
    private int _length;

    // Elements of every open container; the frame knows where its own begin.
    private PackedEntry[] _entries = new PackedEntry[32];
    private int _entryCount;

    private readonly PackedFrame[] _frames = new PackedFrame[MaxDepth + 2];
    private int _frame = RootFrame;
    private byte[] _scratch = [];
    private PackedEntryComparer? _comparer;

    /// <summary>Creates an empty builder.</summary>
    public ItemBuilder() => _frames[RootFrame] = PackedFrame.Open(AttributeType.Map, 0, 0);

    /// <summary>Adds an attribute.</summary>
    /// <exception cref="ArgumentException">The name is not valid text; a name that occurs twice is found at <see cref="Build" />.</exception>
    public ItemBuilder Add(string name, AttributeValue value)
    {
        WriteName(name);
        WriteValue(value.Span);
        return this;
    }

    /// <summary>Adds an attribute of type S.</summary>
    /// <inheritdoc cref="Add(string, AttributeValue)" path="/exception" />
    public ItemBuilder Add(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        WriteName(name);
        WriteString(value);
        return this;
    }

    /// <summary>Adds an attribute of type N.</summary>
    /// <inheritdoc cref="Add(string, AttributeValue)" path="/exception" />
    public ItemBuilder Add(string name, long value)
    {
        WriteName(name);
        WriteNumber(value);
        return this;
    }

    /// <summary>Begins an attribute of the item or of the innermost open map.</summary>
    public void WriteName(AttributeName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        AppendName(name.Utf8);
    }

    /// <inheritdoc cref="WriteName(AttributeName)" />
    /// <exception cref="ArgumentException">The name is not valid UTF-16.</exception>
    /// <exception cref="DynamoValidationException">The name is longer than <see cref="AttributeName.MaxBytes" />.</exception>
    public void WriteName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        BeginName();
        var destination = Reserve(PackedFormat.NameLengthBytes + StrictUtf8.GetMaxByteCount(name.Length));
        EndName(StrictUtf8.Write(name, destination[PackedFormat.NameLengthBytes..]));
    }

    /// <inheritdoc cref="WriteName(AttributeName)" />
    /// <exception cref="ArgumentException">The name is not valid UTF-8.</exception>
    /// <exception cref="DynamoValidationException">The name is longer than <see cref="AttributeName.MaxBytes" />.</exception>
    public void WriteName(ReadOnlySpan<byte> utf8Name)
    {
        if (!Utf8.IsValid(utf8Name))
        {
            throw new ArgumentException("The bytes are not valid UTF-8.", nameof(utf8Name));
        }

        AppendName(utf8Name);
    }

    /// <summary>Writes a NULL.</summary>
    public void WriteNull() => BeginValue(AttributeType.Null, 0).EndValue();

    /// <summary>Writes a BOOL.</summary>
    public void WriteBoolean(bool value)
    {
        BeginValue(AttributeType.Boolean, 1);
        _data[_length++] = value ? (byte)1 : (byte)0;
        EndValue();
    }

    /// <summary>Writes an N.</summary>
    public void WriteNumber(DynamoNumber value)
    {
        BeginValue(AttributeType.Number, DynamoNumber.MaxEncodedBytes);
        _length += value.WriteTo(_data.AsSpan(_length));
        EndValue();
    }

    /// <summary>Writes an N.</summary>
    public void WriteNumber(long value)
    {
        BeginValue(AttributeType.Number, DynamoNumber.MaxEncodedBytes);
        var magnitude = value < 0 ? 0UL - (ulong)value : (ulong)value;
        _length += DynamoNumberEncoding.WriteInteger(magnitude, value < 0, _data.AsSpan(_length));
        EndValue();
    }

    /// <summary>Writes an S.</summary>
    /// <exception cref="ArgumentException">The text has a surrogate without its partner.</exception>
    public void WriteString(ReadOnlySpan<char> value)
    {
        BeginValue(AttributeType.String, StrictUtf8.GetMaxByteCount(value.Length));
        _length += StrictUtf8.Write(value, _data.AsSpan(_length));
        EndValue();
    }

    /// <summary>Writes an S from UTF-8.</summary>
    /// <exception cref="ArgumentException">The bytes are not valid UTF-8.</exception>
    public void WriteUtf8String(ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
        {
            throw new ArgumentException("The bytes are not valid UTF-8.", nameof(value));
        }

        BeginValue(AttributeType.String, value.Length).Append(value).EndValue();
    }

    /// <summary>Writes a B.</summary>
    public void WriteBinary(ReadOnlySpan<byte> value) => BeginValue(AttributeType.Binary, value.Length).Append(value).EndValue();

    /// <summary>Writes a copy of a value of any type.</summary>
    public void WriteValue(AttributeValueSpan value)
    {
        var packed = value.PackedBytes;
        BeginValue(value.Type, packed.Length - 1).Append(packed[1..]).EndValue();
    }

    /// <summary>Writes a copy of a map as an M.</summary>
    public void WriteMap(ItemSpan map)
    {
        var packed = map.PackedBytes;
        BeginValue(AttributeType.Map, packed.Length).Append(packed).EndValue();
    }

    /// <summary>Begins an M, whose attributes follow as names and values.</summary>
    /// <exception cref="DynamoValidationException">Lists and maps are nested deeper than <see cref="MaxDepth" />.</exception>
    public void BeginMap() => Open(AttributeType.Map);

    /// <summary>Ends the innermost map.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public void EndMap() => Close(AttributeType.Map);

    /// <summary>Begins an L, whose elements follow.</summary>
    /// <exception cref="DynamoValidationException">Lists and maps are nested deeper than <see cref="MaxDepth" />.</exception>
    public void BeginList() => Open(AttributeType.List);

    /// <summary>Ends the innermost list.</summary>
    public void EndList() => Close(AttributeType.List);

    /// <summary>Begins a set. It takes WriteString, WriteNumber or WriteBinary in any order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is no set.</exception>
    public void BeginSet(AttributeType setType)
    {
        _ = PackedFormat.GetElementType(setType);
        Open(setType);
    }

    /// <summary>Ends the innermost set.</summary>
    /// <exception cref="DynamoValidationException">The set is empty, or has an element twice; the text is the service's.</exception>
    public void EndSet()
    {
        var setType = _frames[_frame].Type;
        Close(PackedFormat.IsSet(setType) ? setType : AttributeType.StringSet);
    }

    /// <summary>Returns the item and clears the builder.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    /// <exception cref="InvalidOperationException">A map, list or set is still open, or a name has no value.</exception>
    public Item Build()
    {
        ThrowUnlessReadyToClose(RootFrame);
        if (_entryCount == 0)
        {
            return Item.Empty;
        }

        var entries = SortEntries(AttributeType.Map);
        var packed = new byte[PackedFormat.GetHeaderBytes(entries.Length) + _length];
        WriteContainer(entries, packed);
        Clear();
        return Item.FromPackedUnchecked(packed);
    }

    /// <summary>Forgets everything written, whatever state the builder is in.</summary>
    public void Clear()
    {
        _length = 0;
        _entryCount = 0;
        _frame = RootFrame;
        _frames[RootFrame] = PackedFrame.Open(AttributeType.Map, 0, 0);
    }

    /// <summary>A builder of this thread that is given back by disposing the lease.</summary>
    internal static ItemBuilderLease Lease() => ItemBuilderLease.Take();

    /// <summary>Begins the only value of a builder whose result is taken with <see cref="BuildAnonymous" />.</summary>
    internal void BeginAnonymous(AttributeType type)
    {
        AppendName([]);
        Open(type);
    }

    /// <summary>Ends what <see cref="BeginAnonymous" /> began, and returns it.</summary>
    internal AttributeValue BuildAnonymous()
    {
        Close(_frames[_frame].Type);
        var packed = _data.AsSpan(PackedFormat.NameLengthBytes, _length - PackedFormat.NameLengthBytes).ToArray();
        Clear();
        return new AttributeValue(packed);
    }

    private void AppendName(ReadOnlySpan<byte> utf8Name)
    {
        BeginName();
        utf8Name.CopyTo(Reserve(PackedFormat.NameLengthBytes + utf8Name.Length)[PackedFormat.NameLengthBytes..]);
        EndName(utf8Name.Length);
    }

    private void BeginName()
    {
        ref var frame = ref _frames[_frame];
        if (frame.Type != AttributeType.Map || frame.HasName)
        {
            throw new InvalidOperationException(frame.HasName
                ? "The name before this one has no value yet."
                : $"Elements of a value of type {PackedJson.GetWireName(frame.Type)} have no names.");
        }
    }

    private void EndName(int length)
    {
        if (length > AttributeName.MaxBytes)
        {
            throw new DynamoValidationException($"An attribute name has at most {AttributeName.MaxBytes} bytes; this one has {length}.");
        }

        BinaryPrimitives.WriteUInt16LittleEndian(_data.AsSpan(_length), (ushort)length);
        var start = BeginEntry();
        _length += PackedFormat.NameLengthBytes + length;
        _frames[_frame].NoteName(_data, start);
    }

    /// <summary>Writes the type tag, and makes room for the payload.</summary>
    private ItemBuilder BeginValue(AttributeType type, int payloadBytes)
    {
        ref var frame = ref _frames[_frame];
        if (frame.Type == AttributeType.Map)
        {
            if (!frame.HasName)
            {
                throw new InvalidOperationException("A value of a map needs a name first.");
            }
        }
        else
        {
            if (frame.Type != AttributeType.List && PackedFormat.GetElementType(frame.Type) != type)
            {
                throw new InvalidOperationException(
                    $"A value of type {PackedJson.GetWireName(type)} cannot be an element of type {PackedJson.GetWireName(frame.Type)}.");
            }

            _ = BeginEntry();
        }

        Reserve(payloadBytes + 1)[0] = (byte)type;
        _length++;
        return this;
    }

    private ItemBuilder Append(ReadOnlySpan<byte> payload)
    {
        payload.CopyTo(_data.AsSpan(_length));
        _length += payload.Length;
        return this;
    }

    private void EndValue()
    {
        _entries[_entryCount - 1].End = _length;
        _frames[_frame].HasName = false;
    }

    private int BeginEntry()
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
        }

        _entries[_entryCount++] = new PackedEntry { Start = _length };
        return _length;
    }

    private void Open(AttributeType type)
    {
        if (_frame > MaxDepth)
        {
            throw new DynamoValidationException("Nesting Levels have exceeded supported limits");
        }

        BeginValue(type, 0);
        _frames[++_frame] = PackedFrame.Open(type, _length, _entryCount);
    }

    private void Close(AttributeType type)
    {
        if (_frame == RootFrame || _frames[_frame].Type != type)
        {
            throw new InvalidOperationException($"No value of type {PackedJson.GetWireName(type)} is open.");
        }

        ThrowUnlessReadyToClose(_frame);
        ref var frame = ref _frames[_frame];
        var entries = SortEntries(type);
        var contentBytes = _length - frame.ContentStart;
        var headerBytes = PackedFormat.GetHeaderBytes(entries.Length);
        _ = Reserve(headerBytes);
        var content = _data.AsSpan(frame.ContentStart, contentBytes);
        if (frame.IsSorted)
        {
            content.CopyTo(_data.AsSpan(frame.ContentStart + headerBytes));
            WriteHeader(entries, _data.AsSpan(frame.ContentStart));
        }
        else
        {
            EnsureScratch(headerBytes + contentBytes);
            WriteContainer(entries, _scratch);
            _scratch.AsSpan(0, headerBytes + contentBytes).CopyTo(_data.AsSpan(frame.ContentStart));
        }

        _length += headerBytes;
        _entryCount = frame.FirstEntry;
        _frame--;
        EndValue();
    }

    private void ThrowUnlessReadyToClose(int frame)
    {
        if (_frame != frame || _frames[frame].HasName)
        {
            throw new InvalidOperationException(_frame != frame
                ? $"A value of type {PackedJson.GetWireName(_frames[_frame].Type)} is still open."
                : "The last name has no value.");
        }
    }

    /// <summary>The entries of the innermost container in canonical order.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    /// <exception cref="DynamoValidationException">A set is empty or has an element twice.</exception>
    private Span<PackedEntry> SortEntries(AttributeType type)
    {
        ref var frame = ref _frames[_frame];
        var entries = _entries.AsSpan(frame.FirstEntry, _entryCount - frame.FirstEntry);
        if (type == AttributeType.Map ? frame.IsSorted : type == AttributeType.List)
        {
            frame.IsSorted = true;
            return entries;
        }

        _comparer ??= new PackedEntryComparer();
        _comparer.Use(_data, hasNames: type == AttributeType.Map);
        if (type == AttributeType.Map)
        {
            _comparer.Sort(entries);
            ThrowOnDuplicateName(entries);
            return entries;
        }

        if (entries.IsEmpty)
        {
            throw SetErrors.Empty(type);
        }

        frame.IsSorted = _comparer.IsAscending(entries);
        if (!frame.IsSorted)
        {
            var written = entries.ToArray();
            _comparer.Sort(entries);
            if (!_comparer.IsAscending(entries))
            {
                throw SetErrors.Duplicate(type, _data, written);
            }
        }

        return entries;
    }

    private void ThrowOnDuplicateName(ReadOnlySpan<PackedEntry> entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            if (_comparer!.Compare(entries[i - 1], entries[i]) == 0) // the caller just sorted with it
            {
                var name = System.Text.Encoding.UTF8.GetString(PackedFormat.GetEntryName(_data.AsSpan(entries[i].Start)));
                throw new ArgumentException($"The attribute name '{name}' occurs twice.");
            }
        }
    }

    private void WriteContainer(ReadOnlySpan<PackedEntry> entries, Span<byte> destination)
    {
        WriteHeader(entries, destination);
        var position = PackedFormat.GetHeaderBytes(entries.Length);
        if (_frames[_frame].IsSorted)
        {
            _data.AsSpan(entries[0].Start..entries[^1].End).CopyTo(destination[position..]);
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
        var header = PackedFormat.GetHeaderBytes(entries.Length);
        var words = MemoryMarshal.Cast<byte, int>(destination[..header]);
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Packed items are little-endian.");
        }

        words[0] = entries.Length;
        words[1] = header;
        var offset = header;
        for (var i = 0; i < entries.Length; i++)
        {
            offset += entries[i].Length;
            words[i + 2] = offset;
        }
    }

    private Span<byte> Reserve(int count)
    {
        var needed = checked(_length + count);
        if (needed > _data.Length)
        {
            Array.Resize(ref _data, Math.Max(needed, (int)Math.Min(Array.MaxLength, _data.Length * 2L)));
        }

        return _data.AsSpan(_length, count);
    }

    private void EnsureScratch(int count)
    {
        if (_scratch.Length < count)
        {
            _scratch = new byte[Math.Max(count, _data.Length)];
        }
    }
}
