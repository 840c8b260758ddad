using System.Buffers.Text;

namespace EFCore.Dynamo.Values;

/// <summary>Values as PartiQL reads them, in statements and their parameters: numbers whose scale has 32 bits, and no nesting that no item has.</summary>
internal static class StatementValues
{
    /// <summary>Lists and maps around the innermost value, in a parameter that is a whole item.</summary>
    public const int MaxDepth = 32;

    /// <summary>
    ///     Whether the scale of a number fits 32 bits, which Java's <c>BigDecimal</c> demands: digits after the point, less the exponent. The rest of the text
    ///     may still be no number.
    /// </summary>
    public static bool HasScale(ReadOnlySpan<byte> text)
    {
        var mantissa = text.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var end ? text[..end] : text;
        var exponent = 0;
        if (mantissa.Length < text.Length && !TryParseExponent(text[(mantissa.Length + 1)..], out exponent))
        {
            return false;
        }

        var point = mantissa.IndexOf((byte)'.');
        var scale = (point < 0 ? 0L : mantissa.Length - point - 1) - exponent;
        return scale is >= int.MinValue and <= int.MaxValue;
    }

    private static bool TryParseExponent(ReadOnlySpan<byte> text, out int exponent)
        => Utf8Parser.TryParse(text, out exponent, out var length) && length == text.Length;
}
