using System.Buffers.Text;

namespace EFCore.Dynamo.Values;

/// <summary>Writes numbers as the service returns them.</summary>
internal static class DynamoNumberFormatter
{
    public static bool TryFormat(DynamoNumber number, Span<byte> destination, out int bytesWritten)
    {
        if (number.TryToInt64(out var integer))
        {
            return Utf8Formatter.TryFormat(integer, destination, out bytesWritten);
        }

        Span<byte> digits = stackalloc byte[DynamoNumber.MaxDigits + 1];
        digits = digits[..WriteDigits(number.Mantissa, digits)];
        Span<byte> text = stackalloc byte[DynamoNumber.MaxFormattedBytes];
        var length = Compose(text, digits, number.Exponent, number.IsNegative);
        bytesWritten = text[..length].TryCopyTo(destination) ? length : 0;
        return bytesWritten != 0;
    }

    private static int Compose(Span<byte> text, ReadOnlySpan<byte> digits, int exponent, bool isNegative)
    {
        var position = 0;
        if (isNegative)
        {
            text[position++] = (byte)'-';
        }

        var integerDigits = digits.Length + exponent;
        if (exponent >= 0)
        {
            digits.CopyTo(text[position..]);
            text.Slice(position + digits.Length, exponent).Fill((byte)'0');
            return position + integerDigits;
        }

        if (integerDigits > 0)
        {
            digits[..integerDigits].CopyTo(text[position..]);
            position += integerDigits;
            text[position++] = (byte)'.';
            digits[integerDigits..].CopyTo(text[position..]);
            return position + digits.Length - integerDigits;
        }

        text[position++] = (byte)'0';
        text[position++] = (byte)'.';
        text.Slice(position, -integerDigits).Fill((byte)'0');
        position -= integerDigits;
        digits.CopyTo(text[position..]);
        return position + digits.Length;
    }

    private static int WriteDigits(UInt128 mantissa, Span<byte> destination)
    {
        if (mantissa <= ulong.MaxValue)
        {
            _ = Utf8Formatter.TryFormat((ulong)mantissa, destination, out var written);
            return written;
        }

        var count = PowersOfTen.CountDigits(mantissa);
        var position = count;
        while (mantissa > ulong.MaxValue)
        {
            (mantissa, var part) = UInt128.DivRem(mantissa, PowersOfTen.UInt128(18));
            var chunk = (ulong)part;
            for (var i = 0; i < 18; i++)
            {
                (chunk, var digit) = Math.DivRem(chunk, 10);
                destination[--position] = (byte)('0' + digit);
            }
        }

        for (var rest = (ulong)mantissa; position > 0;)
        {
            (rest, var digit) = Math.DivRem(rest, 10);
            destination[--position] = (byte)('0' + digit);
        }

        return count;
    }
}
