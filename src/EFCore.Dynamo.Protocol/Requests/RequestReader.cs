using System.Buffers;
using System.Text.Json;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Requests;

/// <summary>Goes through the body of a request, member by member, with the service's errors for what does not fit the model.</summary>
/// <remarks>
///     <para>A structure is read so: <c>while (reader.ReadMember()) { if (reader.IsMember("Limit"u8)) limit = reader.ReadInt32(); … else reader.Skip(); }</c>.
///     Each <c>Read…</c> and <c>Begin…</c> takes the value of the member, or the element, at which the reader stands, and gives null or false for a JSON null:
///     to the service such a member is absent.</para>
///     <para>Tokens of the wrong kind throw at once, as the service's deserializer does. What the service finds only when it validates
///     (unknown names of enumerations, values that are none) is kept until <see cref="Complete" />.</para>
/// </remarks>
internal ref struct RequestReader
{
    [ThreadStatic]
    private static ItemReader? _threadReader;

    private readonly ItemReader _items;

    private Utf8JsonReader _json;
    private RequestFindings? _findings;
    private string? _refusal;

    public RequestReader(ReadOnlySequence<byte> body)
    {
        _json = JsonText.CreateReader(body);
        _items = _threadReader ??= new ItemReader();
        _items.Reset();
    }

    /// <summary>Goes to the next member of the innermost open structure or map; false at its end.</summary>
    public bool ReadMember() => _json.Read() && _json.TokenType != JsonTokenType.EndObject;

    /// <summary>Goes to the next element of the innermost open list; false at its end.</summary>
    public bool ReadElement() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the member has this name.</summary>
    public readonly bool IsMember(ReadOnlySpan<byte> name) => JsonText.IsText(_json, name);

    /// <inheritdoc cref="IsMember(ReadOnlySpan{byte})" />
    public readonly bool IsMember(string name)
        => _json.ValueIsEscaped ? JsonText.IsText(_json, System.Text.Encoding.UTF8.GetBytes(name)) : _json.ValueTextEquals(name);

    /// <summary>The name of the member, for maps.</summary>
    public string ReadName() => JsonText.GetString(ref _json);

    /// <summary>Leaves out a member that the model does not know, as the service does.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Refuses a member that the model knows and this server does not, unless it is null.</summary>
    /// <param name="name">The member's name in the service's model.</param>
    public void Refuse(string name)
    {
        if (BeginValue())
        {
            _refusal ??= $"The parameter {name} is not supported by this server yet";
        }

        _json.Skip();
    }

    /// <summary>Reads a request whose only member is the name of a table.</summary>
    public string? ReadTableName()
    {
        string? tableName = null;
        while (ReadMember())
        {
            if (IsMember("TableName"u8))
            {
                tableName = ReadString();
            }
            else
            {
                Skip();
            }
        }

        return tableName;
    }

    public string? ReadString()
    {
        if (!BeginValue())
        {
            return null;
        }

        return _json.TokenType == JsonTokenType.String ? JsonText.GetString(ref _json) : throw TypeErrors.NotString(_json);
    }

    public bool? ReadBoolean()
    {
        if (!BeginValue())
        {
            return null;
        }

        return _json.TokenType is JsonTokenType.True or JsonTokenType.False ? _json.GetBoolean() : throw TypeErrors.NotBoolean(_json);
    }

    /// <summary>An Integer of the model; a number that does not fit is brought to the nearest that does, as Java converts.</summary>
    public int? ReadInt32() => (int?)ReadInteger("Integer", int.MinValue, int.MaxValue);

    /// <summary>A Long of the model.</summary>
    public long? ReadInt64() => ReadInteger("Long", long.MinValue, long.MaxValue);

    /// <summary>A value of an enumeration; an unknown name is kept as a violated constraint.</summary>
    /// <param name="names">The names that there are.</param>
    /// <param name="path">Where the member stands.</param>
    /// <param name="unknown">What stands for an unknown name, where null would mean that the member is missing.</param>
    public T? ReadEnum<T>(WireNames<T> names, MemberPath path, T? unknown = null)
        where T : struct, Enum
    {
        if (!BeginValue())
        {
            return null;
        }

        if (_json.TokenType != JsonTokenType.String)
        {
            throw TypeErrors.NotString(_json);
        }

        if (WireNameReader.TryRead(_json, names, out var value))
        {
            return value;
        }

        AddViolation($"'{JsonText.GetString(ref _json)}'", path, $"Member must satisfy enum value set: {names}");
        return unknown;
    }

    /// <summary>An item, a key: a map of attribute values. One that no item can hold is read as the empty one, and its error kept under its path.</summary>
    /// <param name="path">Where it stands, as the validator asks for it.</param>
    /// <param name="isElement">Whether it is an element of a list, which has another error text.</param>
    public Item? ReadItem(MemberPath path, bool isElement = false)
        => BeginValue() ? KeepError(_items.Read(ref _json, isElement: isElement), path) : null;

    /// <summary>One attribute value, as a member.</summary>
    /// <inheritdoc cref="ReadItem" />
    public AttributeValue? ReadAttributeValue(MemberPath path) => BeginValue() ? KeepError(_items.ReadOnlyValue(ref _json, isElement: false), path) : null;

    /// <summary>The values of placeholders.</summary>
    /// <inheritdoc cref="ReadItem" />
    public Item? ReadExpressionAttributeValues(MemberPath path)
        => BeginValue() ? KeepError(_items.ReadExpressionValues(ref _json), path) : null;

    /// <summary>A list of attribute values.</summary>
    /// <inheritdoc cref="ReadItem" />
    public List<AttributeValue>? ReadAttributeValues(MemberPath path)
    {
        if (!BeginList())
        {
            return null;
        }

        var values = new List<AttributeValue>();
        while (ReadElement())
        {
            values.Add(KeepError(_items.ReadOnlyValue(ref _json, isElement: true), path));
        }

        return values;
    }

    /// <summary>The parameters of a statement.</summary>
    /// <inheritdoc cref="ReadItem" />
    public List<AttributeValue>? ReadParameters(MemberPath path)
    {
        if (!BeginList())
        {
            return null;
        }

        var values = new List<AttributeValue>();
        while (ReadElement())
        {
            values.Add(KeepError(_items.ReadOnlyValue(ref _json, isElement: true, isParameter: true), path));
        }

        return values;
    }

    /// <summary>The names that placeholders stand for.</summary>
    public Dictionary<string, string>? ReadExpressionAttributeNames()
    {
        if (!BeginMap("java.lang.String"))
        {
            return null;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (ReadMember())
        {
            var placeholder = ReadName();
            if (ReadString() is { } name)
            {
                names[placeholder] = name;
            }
        }

        return names;
    }

    public List<string>? ReadStringList()
    {
        if (!BeginList())
        {
            return null;
        }

        var list = new List<string>();
        while (ReadElement())
        {
            list.Add(ReadString()!); // the validator reports an element that is null
        }

        return list;
    }

    /// <summary>Begins the request itself.</summary>
    public void BeginRequest()
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
        {
            throw ProtocolException.NotJson();
        }
    }

    /// <summary>Begins a structure.</summary>
    /// <param name="name">Its name in the service's model.</param>
    /// <param name="isElement">Whether it is an element of a list or map, which has another error text.</param>
    public bool BeginStructure(string name, bool isElement = false)
    {
        if (!BeginValue())
        {
            return false;
        }

        return _json.TokenType == JsonTokenType.StartObject ? true : throw TypeErrors.NotStructure(_json, name, isElement);
    }

    /// <param name="valueType">The Java type of the values, for the error text.</param>
    public bool BeginMap(string valueType)
    {
        if (!BeginValue())
        {
            return false;
        }

        return _json.TokenType == JsonTokenType.StartObject ? true : throw TypeErrors.NotMap(_json, valueType, isElement: false);
    }

    /// <param name="isElement">Whether the list is an element of a list or map, which has another error text.</param>
    public bool BeginList(bool isElement = false)
    {
        if (!BeginValue())
        {
            return false;
        }

        return _json.TokenType == JsonTokenType.StartArray ? true : throw TypeErrors.NotList(_json, isElement);
    }

    /// <summary>Keeps the violation of a required member that the types of Abstractions cannot leave out.</summary>
    public void RequireMember(bool isPresent, MemberPath path)
    {
        if (!isPresent)
        {
            AddViolation("null", path, "Member must not be null");
        }
    }

    /// <summary>Ends the request.</summary>
    /// <returns>What was found in it that its types cannot hold; null for nearly every request.</returns>
    /// <exception cref="ProtocolException">Something follows the request's object.</exception>
    /// <exception cref="DynamoValidationException">A member is not supported.</exception>
    public RequestFindings? Complete()
    {
        if (_json.Read())
        {
            throw ProtocolException.NotJson();
        }

        return _refusal is null
            ? _findings
            : throw _findings?.ToException(OperationDialects.Current.Of(request: null)) ?? new DynamoValidationException(_refusal);
    }

    private void AddViolation(string value, MemberPath path, string constraint)
        => (_findings ??= new RequestFindings()).AddViolation(value, path.ToString(), constraint);

    private T KeepError<T>(T value, MemberPath path)
    {
        if (_items.Error is { } error)
        {
            _findings ??= new RequestFindings();
            _findings.AddValueError(new ValueFinding(path.ToString(), error, _items.ErrorPlaceholder));
            _findings.HasDeepValue |= _items.HasDeepValue;
        }

        return value;
    }

    private long? ReadInteger(string javaType, long minimum, long maximum)
    {
        if (!BeginValue())
        {
            return null;
        }

        if (_json.TokenType != JsonTokenType.Number)
        {
            throw TypeErrors.NotInteger(_json, javaType);
        }

        if (_json.TryGetInt64(out var value))
        {
            return Math.Clamp(value, minimum, maximum);
        }

        // With a fraction, or beyond 64 bits: a conversion of doubles saturates.
        return Math.Clamp(_json.TryGetDouble(out var number) ? (long)number : 0, minimum, maximum);
    }

    /// <summary>Goes from a member's name to its value; false for null.</summary>
    private bool BeginValue()
    {
        if (_json.TokenType == JsonTokenType.PropertyName)
        {
            _ = _json.Read();
        }

        return _json.TokenType != JsonTokenType.Null;
    }
}
