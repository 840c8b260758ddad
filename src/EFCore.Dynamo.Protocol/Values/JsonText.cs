using System.Buffers;
using System.Text.Json;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>Strings of JSON, and whether a body is JSON at all.</summary>
internal static class JsonText
{
    // Skipped members may be nested deeper than any item; beyond this a body is taken for no JSON.
    private const int MaxDepth = 4096;

    public static Utf8JsonReader CreateReader(ReadOnlySequence<byte> body) => new(body, new JsonReaderOptions { MaxDepth = MaxDepth });

    /// <summary>The string or name at which the reader stands.</summary>
    /// <exception cref="ProtocolException">It is not Unicode: bytes that are not UTF-8, or a surrogate without its partner.</exception>
    public static string GetString(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!; // at a string, never null
        }
        catch (InvalidOperationException)
        {
            throw ProtocolException.NotJson();
        }
    }

    /// <inheritdoc cref="GetString" />
    public static int CopyString(ref Utf8JsonReader json, Span<byte> destination)
    {
        try
        {
            return json.CopyString(destination);
        }
        catch (InvalidOperationException)
        {
            throw ProtocolException.NotJson();
        }
    }

    /// <summary>Whether the string or name at which the reader stands is this one. A surrogate without its partner is no part of any name.</summary>
    public static bool IsText(in Utf8JsonReader json, ReadOnlySpan<byte> text)
    {
        if (!json.ValueIsEscaped)
        {
            return json.ValueTextEquals(text);
        }

        try
        {
            return json.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the body is one JSON object and nothing else.</summary>
    public static bool IsObject(ReadOnlySequence<byte> body)
    {
        var json = CreateReader(body);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (json.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
