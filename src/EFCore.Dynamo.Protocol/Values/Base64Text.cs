using System.Buffers;
using System.Buffers.Text;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>Base64 as the service takes it: canonical, padded, without white space.</summary>
internal static class Base64Text
{
    private static readonly SearchValues<byte> Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    /// <summary>Decodes into a buffer of at least three bytes for each four of the text.</summary>
    /// <returns>The number of bytes decoded.</returns>
    /// <exception cref="ProtocolException">Not canonical Base64; the text is the service's.</exception>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        if (text.Length % 4 != 0)
        {
            throw ProtocolException.Serialization($"Base64 encoded length is expected a multiple of 4 bytes but found: {text.Length}");
        }

        if (text.IndexOfAnyExcept(Characters) is >= 0 and var invalid)
        {
            throw ProtocolException.Serialization($"Invalid Base64 character: '{(char)text[invalid]}'");
        }

        if (Base64.DecodeFromUtf8(text, destination, out _, out var written) != OperationStatus.Done || !IsCanonical(text, destination[..written]))
        {
            throw ProtocolException.Serialization("Invalid last non-pad Base64 character dectected");
        }

        return written;
    }

    // The bits of the last character that the padding leaves unused must be zero; encoding the last bytes again shows it.
    private static bool IsCanonical(ReadOnlySpan<byte> text, ReadOnlySpan<byte> decoded)
    {
        var rest = decoded.Length % 3;
        if (rest == 0)
        {
            return true;
        }

        Span<byte> group = stackalloc byte[4];
        _ = Base64.EncodeToUtf8(decoded[^rest..], group, out _, out _);
        return text[^4..].SequenceEqual(group);
    }
}
