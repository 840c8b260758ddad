using System.Runtime.CompilerServices;
using System.Text.Json;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>DynamoDB JSON to packed items, without strings in between.</summary>
/// <remarks>
///     A token of the wrong kind ends the request at once (<see cref="ProtocolException" />). A value that no item can hold (no type, two types, a bad number,
///     a bad set) is an error of validation, which comes after all of those: it is kept in <see cref="Error" />, and the rest is read only to be checked. Not
///     thread-safe; keeps the buffer for texts.
/// </remarks>
internal sealed class ItemReader
{
    private const int InitialScratchBytes = 1024;
    private const int MaxKeptScratchBytes = 1 << 20;
    private const string JavaValue = TypeErrors.ModelPackage + "AttributeValue";

    private readonly ItemPacker _packer = new();

    private byte[] _scratch = new byte[InitialScratchBytes];
    private int _maxDepth;

    /// <summary>The first value error of the last <see cref="Read" /> or <see cref="ReadOnlyValue" />.</summary>
    public ValueError? Error => _packer.Error;

    /// <summary>The placeholder whose value has the error; null where that is said of no placeholder.</summary>
    public string? ErrorPlaceholder { get; private set; }

    /// <summary>Whether a value nests deeper than is read, also after another error.</summary>
    public bool HasDeepValue { get; private set; }

    /// <summary>Before a request: lets go of what a large one needed.</summary>
    public void Reset()
    {
        if (_scratch.Length > MaxKeptScratchBytes)
        {
            _scratch = new byte[InitialScratchBytes];
        }
    }

    /// <summary>Reads a map of attribute values: an item, a key.</summary>
    /// <param name="json">At the map's first token; afterwards at its last.</param>
    /// <param name="isElement">Whether the map is an element of a list.</param>
    public Item Read(ref Utf8JsonReader json, bool isElement = false)
    {
        using var lease = ItemBuilder.Lease();
        Begin(json, lease.Builder, isElement);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            ReadEntry(ref json, 0);
        }

        return _packer.TakeItem();
    }

    /// <summary>Reads the values of placeholders, whose errors name the placeholder; all placeholders are checked before the first value is.</summary>
    /// <inheritdoc cref="Read" />
    public Item ReadExpressionValues(ref Utf8JsonReader json)
    {
        using var lease = ItemBuilder.Lease();
        Begin(json, lease.Builder, isElement: false);
        var start = json;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var entry = json;
            var hadError = Error is not null;
            ReadEntry(ref json, 0);
            if (!hadError && Error is not null)
            {
                ErrorPlaceholder = JsonText.GetString(ref entry);
            }
        }

        if (Error is not null && ValueErrors.FindInvalidPlaceholder(start) is { } invalid)
        {
            _packer.ReplaceError(new ValueError.SameText(invalid));
            ErrorPlaceholder = null;
        }

        return _packer.TakeItem();
    }

    private void Begin(in Utf8JsonReader json, ItemBuilder builder, bool isElement)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw TypeErrors.NotMap(json, JavaValue, isElement);
        }

        Begin(builder, DepthTexts.MaxReadDepth);
    }

    private void Begin(ItemBuilder builder, int maxDepth)
    {
        _packer.Begin(builder);
        ErrorPlaceholder = null;
        HasDeepValue = false;
        _maxDepth = maxDepth;
    }

    /// <summary>Reads a value that stands by itself.</summary>
    /// <param name="json">At the value's first token; afterwards at its last.</param>
    /// <param name="isElement">Whether the value is an element of a list.</param>
    /// <param name="isParameter">Whether it is a parameter of a statement, which may nest no deeper than an item.</param>
    public AttributeValue ReadOnlyValue(ref Utf8JsonReader json, bool isElement, bool isParameter = false)
    {
        using var lease = ItemBuilder.Lease();
        Begin(lease.Builder, isParameter ? StatementValues.MaxDepth : DepthTexts.MaxReadDepth);

        // Packed as an item's only attribute.
        lease.Builder.WriteName(ReadOnlySpan<byte>.Empty);
        ReadValue(ref json, 0, isElement);
        var item = _packer.TakeItem();
        return Error is null ? item.GetValueAt(0) : default;
    }

    private void ReadEntry(ref Utf8JsonReader json, int depth)
    {
        _packer.WriteName(GetText(ref json));
        _ = json.Read();
        ReadValue(ref json, depth);
    }

    private void ReadValue(ref Utf8JsonReader json, int depth, bool isElement = true)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            _packer.Fail(ValueErrors.Empty);
            return;
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw TypeErrors.NotStructure(json, "AttributeValue", isElement);
        }

        var typeCount = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var type = WireNameReader.ReadType(ref json);
            _ = json.Read();
            if (type is not { } known)
            {
                json.Skip();
                continue;
            }

            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            // The value cannot be packed any more; its other members are still checked, and their errors come first.
            if (++typeCount > 1)
            {
                _packer.Stop();
            }

            ReadPayload(ref json, known, depth);
        }

        if (typeCount != 1)
        {
            _packer.Fail(typeCount == 0 ? ValueErrors.Empty : ValueErrors.SeveralTypes);
        }
    }

    private void ReadPayload(ref Utf8JsonReader json, AttributeType type, int depth)
    {
        switch (type)
        {
            case AttributeType.String or AttributeType.Number or AttributeType.Binary:
                ReadScalar(ref json, type);
                break;
            case AttributeType.Boolean or AttributeType.Null:
                ReadBoolean(ref json, type);
                break;
            case AttributeType.Map:
                ReadMap(ref json, depth + 1);
                break;
            case AttributeType.List:
                ReadList(ref json, depth + 1);
                break;
            default:
                ReadSet(ref json, type);
                break;
        }
    }

    private void ReadScalar(ref Utf8JsonReader json, AttributeType type)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            throw type == AttributeType.Binary ? TypeErrors.NotBinary(json) : TypeErrors.NotString(json);
        }

        var text = GetText(ref json);
        switch (type)
        {
            case AttributeType.Number:
                _packer.WriteNumber(text);
                break;
            case AttributeType.Binary:
                WriteBinary(text);
                break;
            default:
                _packer.WriteString(text);
                break;
        }
    }

    private void WriteBinary(ReadOnlySpan<byte> text)
    {
        // The text may stand at the start of the scratch buffer.
        var start = text.Length;
        var scratch = _scratch;
        if (scratch.Length < start + text.Length)
        {
            scratch = new byte[(start + text.Length) * 2];
        }

        var decoded = scratch.AsSpan(start);
        decoded = decoded[..Base64Text.Decode(text, decoded)];
        _scratch = scratch;
        _packer.WriteBinary(decoded);
    }

    private void ReadBoolean(ref Utf8JsonReader json, AttributeType type)
    {
        if (json.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            throw TypeErrors.NotBoolean(json);
        }

        var value = json.TokenType == JsonTokenType.True;
        if (type == AttributeType.Null && !value)
        {
            _packer.Fail(ValueErrors.FalseNull);
        }

        if (type == AttributeType.Null)
        {
            _packer.WriteNull();
        }
        else
        {
            _packer.WriteBoolean(value);
        }
    }

    private void ReadMap(ref Utf8JsonReader json, int depth)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw TypeErrors.NotMap(json, JavaValue, isElement: false);
        }

        if (SkipIfTooDeep(ref json, depth))
        {
            return;
        }

        _packer.BeginMap();
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            ReadEntry(ref json, depth);
        }

        _packer.EndMap();
    }

    private void ReadList(ref Utf8JsonReader json, int depth)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw TypeErrors.NotList(json, isElement: false);
        }

        if (SkipIfTooDeep(ref json, depth))
        {
            return;
        }

        _packer.BeginList();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            ReadValue(ref json, depth);
        }

        _packer.EndList();
    }

    private void ReadSet(ref Utf8JsonReader json, AttributeType setType)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw TypeErrors.NotList(json, isElement: false);
        }

        var elementType = setType switch
        {
            AttributeType.StringSet => AttributeType.String,
            AttributeType.NumberSet => AttributeType.Number,
            _ => AttributeType.Binary,
        };
        _packer.BeginSet(setType);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.Null)
            {
                _packer.Fail(ValueErrors.NullInSet);
            }
            else
            {
                ReadScalar(ref json, elementType);
            }
        }

        _packer.EndSet();
    }

    private bool SkipIfTooDeep(ref Utf8JsonReader json, int depth)
    {
        if (depth <= _maxDepth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return false;
        }

        HasDeepValue = true;
        _packer.Fail(new ValueError.NestedTooDeep());
        json.Skip();
        return true;
    }

    /// <summary>The text of a string or name, valid until the next text is read.</summary>
    private ReadOnlySpan<byte> GetText(ref Utf8JsonReader json)
    {
        if (!json.HasValueSequence && !json.ValueIsEscaped)
        {
            return json.ValueSpan;
        }

        var maxBytes = json.HasValueSequence ? checked((int)json.ValueSequence.Length) : json.ValueSpan.Length;
        if (_scratch.Length < maxBytes)
        {
            _scratch = new byte[maxBytes * 2];
        }

        return _scratch.AsSpan(0, JsonText.CopyString(ref json, _scratch));
    }
}
