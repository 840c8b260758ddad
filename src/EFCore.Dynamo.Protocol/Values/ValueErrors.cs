using System.Buffers;
using System.Text;
using System.Text.Json;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>The service's texts for attribute values that JSON can spell and a packed item cannot hold.</summary>
internal static class ValueErrors
{
    public const string Empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    public const string SeveralTypes = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    public const string FalseNull = "One or more parameter values were invalid: Null attribute value types must have the value of true";
    public const string NullInSet = "One or more parameter values were invalid: An set may not have a null member";

    private const int MaxPlaceholderBytes = 255;

    private static readonly SearchValues<char> NameParts = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>
    ///     What is wrong with the first placeholder of the map that is none; only for a map of values that are none. In one without, placeholders are the
    ///     validators' business.
    /// </summary>
    public static string? FindInvalidPlaceholder(Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            if (OfPlaceholder(JsonText.GetString(ref json)) is { } error)
            {
                return error;
            }

            _ = json.Read();
            json.Skip();
        }

        return null;
    }

    /// <summary>What is wrong with a value placeholder, or null. The validators say the same of maps that could be read.</summary>
    private static string? OfPlaceholder(string key)
    {
        if (Encoding.UTF8.GetByteCount(key) is > MaxPlaceholderBytes and var sizeBytes)
        {
            return $"ExpressionAttributeValues contains invalid key: The expression attribute map contains a key that is too long; size of key: {sizeBytes}";
        }

        return key.Length > 1 && key[0] == ':' && key.AsSpan(1).IndexOfAnyExcept(NameParts) < 0
            ? null
            : $"ExpressionAttributeValues contains invalid key: Syntax error; key: \"{key}\"";
    }
}
