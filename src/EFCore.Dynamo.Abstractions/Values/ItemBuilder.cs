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

    private readonly PackedStack _stack = new();

    /// <summary>The next builder that nobody uses; null for one that somebody has.</summary>
    internal ItemBuilder? NextIdle { get; set; }

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
        ThrowUnlessNameIsExpected();
        var destination = _stack.Reserve(PackedFormat.NameLengthBytes + StrictUtf8.GetMaxByteCount(name.Length));
        BeginAttribute(StrictUtf8.Write(name, destination[PackedFormat.NameLengthBytes..]));
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
    public void WriteNull() => WritePayload(AttributeType.Null, []);

    /// <summary>Writes a BOOL.</summary>
    public void WriteBoolean(bool value)
    {
        var payload = BeginValue(AttributeType.Boolean, 1);
        payload[0] = value ? (byte)1 : (byte)0;
        EndValue(1);
    }

    /// <summary>Writes an N.</summary>
    public void WriteNumber(DynamoNumber value)
    {
        var payload = BeginValue(AttributeType.Number, DynamoNumber.MaxEncodedBytes);
        EndValue(value.WriteTo(payload));
    }

    /// <summary>Writes an N.</summary>
    public void WriteNumber(long value)
    {
        var payload = BeginValue(AttributeType.Number, DynamoNumber.MaxEncodedBytes);
        EndValue(DynamoNumberEncoding.WriteInteger(value < 0 ? 0UL - (ulong)value : (ulong)value, value < 0, payload));
    }

    /// <summary>Writes an S.</summary>
    /// <exception cref="ArgumentException">The text has a surrogate without its partner.</exception>
    public void WriteString(ReadOnlySpan<char> value)
    {
        var payload = BeginValue(AttributeType.String, StrictUtf8.GetMaxByteCount(value.Length));
        EndValue(StrictUtf8.Write(value, payload));
    }

    /// <summary>Writes an S from UTF-8.</summary>
    /// <exception cref="ArgumentException">The bytes are not valid UTF-8.</exception>
    public void WriteUtf8String(ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
        {
            throw new ArgumentException("The bytes are not valid UTF-8.", nameof(value));
        }

        WritePayload(AttributeType.String, value);
    }

    /// <summary>Writes a B.</summary>
    public void WriteBinary(ReadOnlySpan<byte> value) => WritePayload(AttributeType.Binary, value);

    /// <summary>Writes a copy of a value of any type.</summary>
    public void WriteValue(AttributeValueSpan value) => WritePayload(value.Type, value.PackedBytes[1..]);

    /// <summary>Writes a copy of a map as an M.</summary>
    public void WriteMap(ItemSpan map) => WritePayload(AttributeType.Map, map.PackedBytes);

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
    public void EndSet() => Close(PackedFormat.IsSet(_stack.Top.Type) ? _stack.Top.Type : AttributeType.StringSet);

    /// <summary>Returns the item and clears the builder.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    /// <exception cref="InvalidOperationException">A map, list or set is still open, or a name has no value.</exception>
    public Item Build()
    {
        if (_stack.Depth != 0)
        {
            throw new InvalidOperationException($"A value of type {_stack.Top.Type.GetWireName()} is still open.");
        }

        ThrowIfNameHasNoValue();
        var packed = _stack.ToMap();
        _stack.Clear();
        return packed is null ? Item.Empty : Item.FromPackedUnchecked(packed);
    }

    /// <summary>Forgets everything written, whatever state the builder is in.</summary>
    public void Clear() => _stack.Clear();

    /// <summary>A builder of this thread, empty, that is given back by disposing the lease.</summary>
    internal static ItemBuilderLease Lease() => ItemBuilderLease.Take();

    /// <summary>Begins the only value of a builder whose result is taken with <see cref="BuildValue" />.</summary>
    internal void BeginOnlyValue(AttributeType type)
    {
        WriteName(ReadOnlySpan<byte>.Empty);
        Open(type);
    }

    /// <summary>Ends what <see cref="BeginOnlyValue" /> began, and returns it.</summary>
    internal AttributeValue BuildValue()
    {
        Close(_stack.Top.Type);
        var packed = _stack.ToOnlyValue();
        _stack.Clear();
        return new AttributeValue(packed);
    }

    private void AppendName(ReadOnlySpan<byte> utf8Name)
    {
        ThrowUnlessNameIsExpected();
        utf8Name.CopyTo(_stack.Reserve(PackedFormat.NameLengthBytes + utf8Name.Length)[PackedFormat.NameLengthBytes..]);
        BeginAttribute(utf8Name.Length);
    }

    private void BeginAttribute(int nameLength)
    {
        if (nameLength > AttributeName.MaxBytes)
        {
            throw new DynamoValidationException(AttributeName.TooLarge);
        }

        _stack.BeginNamedElement(nameLength);
    }

    /// <summary>Writes the type tag, and makes room for the payload.</summary>
    private Span<byte> BeginValue(AttributeType type, int maxPayloadBytes)
    {
        ref var container = ref _stack.Top;
        if (container.Type == AttributeType.Map)
        {
            if (!container.HasName)
            {
                throw new InvalidOperationException("A value of a map needs a name first.");
            }
        }
        else
        {
            if (container.Type != AttributeType.List && PackedFormat.GetElementType(container.Type) != type)
            {
                throw new InvalidOperationException(
                    $"A value of type {type.GetWireName()} cannot be an element of type {container.Type.GetWireName()}.");
            }

            _stack.BeginElement();
        }

        var destination = _stack.Reserve(maxPayloadBytes + 1);
        destination[0] = (byte)type;
        return destination[1..];
    }

    private void EndValue(int payloadBytes)
    {
        _stack.Advance(payloadBytes + 1);
        _stack.EndElement();
    }

    private void WritePayload(AttributeType type, ReadOnlySpan<byte> payload)
    {
        payload.CopyTo(BeginValue(type, payload.Length));
        EndValue(payload.Length);
    }

    private void Open(AttributeType type)
    {
        if (_stack.Depth > MaxDepth)
        {
            throw new DynamoValidationException(
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
        }

        _ = BeginValue(type, 0);
        _stack.Advance(1);
        _stack.Push(type);
    }

    private void Close(AttributeType type)
    {
        if (_stack.Depth == 0 || _stack.Top.Type != type)
        {
            throw new InvalidOperationException($"No value of type {type.GetWireName()} is the innermost open one.");
        }

        ThrowIfNameHasNoValue();
        _stack.Pop();
    }

    private void ThrowUnlessNameIsExpected()
    {
        ref var container = ref _stack.Top;
        if (container.Type != AttributeType.Map)
        {
            throw new InvalidOperationException($"Elements of a value of type {container.Type.GetWireName()} have no names.");
        }

        ThrowIfNameHasNoValue();
    }

    private void ThrowIfNameHasNoValue()
    {
        if (_stack.Top.HasName)
        {
            throw new InvalidOperationException("The last name has no value.");
        }
    }
}
