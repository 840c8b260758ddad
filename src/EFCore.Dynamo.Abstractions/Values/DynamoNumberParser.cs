using System.Text;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>Reads the texts that the service takes as numbers.</summary>
internal static class DynamoNumberParser
{
    // Beyond this an exponent cannot be brought back into range by digits of a text that fits a request.
    private const int ExponentCap = 1_000_000_000;

    public static DynamoNumber Parse(string text)
    {
        Span<byte> utf8 = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(text, utf8, out var length) ? Parse(utf8[..length]) : Parse(Encoding.UTF8.GetBytes(text));
    }

    public static DynamoNumber Parse(ReadOnlySpan<byte> text)
    {
        var position = 0;
        var isNegative = false;
        if (!text.IsEmpty && text[0] is (byte)'-' or (byte)'+')
        {
            isNegative = text[0] == '-';
            position = 1;
        }

        return TryParseShortInteger(text[position..], out var integer)
            ? DynamoNumber.FromSignAndMagnitude(isNegative, integer)
            : ParseGeneral(text, position, isNegative);
    }

    public static DynamoValidationException NotNumeric(ReadOnlySpan<byte> text)
        => new(text.IsEmpty
            ? "The parameter cannot be converted to a numeric value"
            : "The parameter cannot be converted to a numeric value: " + Encoding.UTF8.GetString(text));

    /// <summary>Most numbers are 1 to 18 digits and nothing else.</summary>
    private static bool TryParseShortInteger(ReadOnlySpan<byte> digits, out ulong value)
    {
        value = 0;
        if (digits.Length is 0 or > 18)
        {
            return false;
        }

        foreach (var character in digits)
        {
            var digit = (uint)character - '0';
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }

    private static DynamoNumber ParseGeneral(ReadOnlySpan<byte> text, int position, bool isNegative)
    {
        var mantissa = UInt128.Zero;
        var significantDigits = 0;   // from the first to the last digit that is not zero
        var pendingZeros = 0;        // zeros that count only if another digit follows
        var digitCount = 0;
        var integerDigitCount = -1;  // digits before the point, once it was seen
        var lastIndex = 0;           // index of the last digit that is not zero
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character == '.' && integerDigitCount < 0)
            {
                integerDigitCount = digitCount;
                continue;
            }

            var digit = (uint)character - '0';
            if (digit > 9)
            {
                break;
            }

            digitCount++;
            if (digit == 0)
            {
                pendingZeros += significantDigits == 0 ? 0 : 1;
                continue;
            }

            var added = pendingZeros + 1;
            significantDigits += added;
            pendingZeros = 0;
            lastIndex = digitCount - 1;
            if (significantDigits <= DynamoNumber.MaxDigits)
            {
                mantissa = (mantissa * PowersOfTen.UInt128(added)) + digit;
            }
        }

        var exponentOfText = 0L;
        if (digitCount == 0 || (position < text.Length && !TryParseExponent(text[position..], out exponentOfText)))
        {
            throw NotNumeric(text);
        }

        if (significantDigits == 0)
        {
            // To the service a zero keeps the place of its last digit, so that its exponent can be out of range: 0e126 is too large, 0e-131 too small.
            lastIndex = digitCount - 1;
            significantDigits = 1;
        }

        var lastExponent = exponentOfText + (integerDigitCount < 0 ? digitCount : integerDigitCount) - 1 - lastIndex;
        CheckRange(significantDigits, lastExponent + significantDigits - 1);
        return DynamoNumber.Create(isNegative, mantissa, (int)lastExponent);
    }

    /// <summary>In the service's order: the magnitude, then the number of digits.</summary>
    private static void CheckRange(int significantDigits, long leadingExponent)
    {
        DynamoNumber.ThrowIfOutOfRange((int)Math.Clamp(leadingExponent, -ExponentCap, ExponentCap));
        if (significantDigits > DynamoNumber.MaxDigits)
        {
            throw new DynamoValidationException("Attempting to store more than 38 significant digits in a Number");
        }
    }

    /// <summary>e or E, an optional sign, at least one digit, and nothing after.</summary>
    private static bool TryParseExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        exponent = 0;
        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        var position = 1;
        var isNegative = false;
        if (position < text.Length && text[position] is (byte)'-' or (byte)'+')
        {
            isNegative = text[position] == '-';
            position++;
        }

        if (position == text.Length)
        {
            return false;
        }

        for (; position < text.Length; position++)
        {
            var digit = (uint)text[position] - '0';
            if (digit > 9)
            {
                return false;
            }

            exponent = Math.Min((exponent * 10) + digit, ExponentCap * 2L);
        }

        exponent = isNegative ? -exponent : exponent;
        return true;
    }
}
