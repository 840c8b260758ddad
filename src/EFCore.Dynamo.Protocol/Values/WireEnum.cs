using System.Diagnostics;
using System.Text.Json;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>The wire names of an enumeration, in the order in which the service's error texts list them.</summary>
internal sealed class WireEnum<T>
    where T : struct, Enum
{
    private readonly (T Value, JsonEncodedText Name)[] _names;

    public WireEnum(params ReadOnlySpan<(T Value, string Name)> names)
    {
        _names = new (T, JsonEncodedText)[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = (names[i].Value, JsonEncodedText.Encode(names[i].Name));
        }
    }

    /// <summary>The value whose name the reader stands at.</summary>
    public bool TryRead(in Utf8JsonReader json, out T value)
    {
        foreach (var (candidate, name) in _names)
        {
            if (JsonText.IsText(json, name.EncodedUtf8Bytes))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    public JsonEncodedText GetName(T value)
    {
        foreach (var (candidate, name) in _names)
        {
            if (EqualityComparer<T>.Default.Equals(candidate, value))
            {
                return name;
            }
        }

        throw new UnreachableException($"{typeof(T).Name} {value} has no wire name.");
    }

    /// <summary>The names as an error text lists them.</summary>
    public override string ToString() => $"[{string.Join(", ", _names.Select(static entry => entry.Name.Value))}]";
}
