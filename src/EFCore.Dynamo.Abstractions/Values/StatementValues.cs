using System.Buffers.Text;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>Values as PartiQL reads them, in statements and their parameters: numbers with an exponent and a scale of 32 bits, and no nesting that no item has.</summary>
/// <remarks>
///     The scale is what Java's <c>BigDecimal</c> calls so: digits after the point, less the exponent. Where it does not fit, there is no number; where digits and scale together do not fit,
///     their sum wraps, so that the very largest numbers are too small to the service.
/// </remarks>
internal static class StatementValues
{
    /// <summary>Lists and maps around the innermost value, in a parameter that is a whole item.</summary>
    public const int MaxDepth = 32;

    public const string TooDeep = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    /// <summary>Reads a number.</summary>
    /// <exception cref="DynamoValidationException">As <see cref="DynamoNumber.Parse(ReadOnlySpan{byte})" />, with PartiQL's view of exponents.</exception>
    public static DynamoNumber ParseNumber(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            throw new DynamoValidationException("The parameter cannot be converted to a numeric value");

        // Only an exponent can lead out of 32 bits.
        if (text.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            if (!TryGetScale(text, out var scale))
                throw DynamoNumberParser.NotNumeric(text);
            if (CountSignificantDigits(text) - scale > int.MaxValue)
                throw DynamoNumber.Underflow();
        }

        return DynamoNumberParser.Parse(text);
    }

    /// <summary>Whether there is a scale: the rest of the text may still be no number.</summary>
    public static bool HasScale(ReadOnlySpan<byte> text) => TryGetScale(text, out _);

    private static bool TryGetScale(ReadOnlySpan<byte> text, out long scale)
    {
        var mantissa = GetMantissa(text);
        var exponent = 0;
        var hasExponent = mantissa.Length < text.Length;
        var isThere = !hasExponent || TryParseExponent(text[(mantissa.Length + 1)..], out exponent);
        var point = mantissa.IndexOf((byte)'.');
        scale = (point < 0 ? 0L : mantissa.Length - point - 1) - exponent;
        return isThere && scale is >= int.MinValue and <= int.MaxValue;
    }

    private static bool TryParseExponent(ReadOnlySpan<byte> text, out int exponent)
        => Utf8Parser.TryParse(text, out exponent, out var length) && length == text.Length;

    private static int CountSignificantDigits(ReadOnlySpan<byte> text)
    {
        var digits = GetMantissa(text).TrimStart("+-0."u8);
        return digits.Length - (digits.Contains((byte)'.') ? 1 : 0);
    }

    private static ReadOnlySpan<byte> GetMantissa(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var end ? text[..end] : text;
}
