using System.Text;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>Reads the texts that the service takes as numbers.</summary>
internal static class DynamoNumberParser
{
    // Far beyond 32 bits, and far from where adding the digits of a text would leave 64.
    private const long ExponentCap = 1L << 40;

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
        var digits = ReadDigits(text, ref position);
        var exponentOfText = Int128.Zero;
        if (digits.Count == 0 || (position < text.Length && !TryParseExponent(text[position..], out exponentOfText)))
        {
            throw Error(text, NumberErrorKind.NotNumeric, NumberErrorKind.NotNumeric);
        }

        if (exponentOfText < long.MinValue || exponentOfText > long.MaxValue)
        {
            throw Error(text, NumberErrorKind.ExponentTooLong, NumberErrorKind.ExponentTooLong);
        }

        var exponent = (long)Int128.Clamp(exponentOfText, -ExponentCap, ExponentCap);
        var unitExponent = exponent + digits.IntegerCount - digits.Count;
        var lastExponent = unitExponent + digits.TrailingZeros;

        // A zero has no first digit that counts; to the service its last one does, so that 0e126 is too large.
        var leadingExponent = lastExponent + Math.Max(digits.SignificantCount, 1) - 1;
        if (DynamoNumber.FindRangeError(digits.SignificantCount, leadingExponent) is { } error)
        {
            throw Error(text, error, ReadIn32Bits(error, exponent, unitExponent, leadingExponent));
        }

        return DynamoNumber.Create(isNegative, digits.Mantissa, (int)lastExponent);
    }

    /// <summary>Digits with at most one point; stops at what is neither.</summary>
    private static Digits ReadDigits(ReadOnlySpan<byte> text, ref int position)
    {
        var mantissa = UInt128.Zero;
        var significantCount = 0;
        var pendingZeros = 0;   // zeros that count only if another digit follows
        var count = 0;
        var integerCount = -1;  // once the point was seen
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character == '.' && integerCount < 0)
            {
                integerCount = count;
                continue;
            }

            var digit = (uint)character - '0';
            if (digit > 9)
            {
                break;
            }

            count++;
            if (digit == 0)
            {
                pendingZeros += significantCount == 0 ? 0 : 1;
                continue;
            }

            var added = pendingZeros + 1;
            significantCount += added;
            pendingZeros = 0;
            if (significantCount <= DynamoNumber.MaxDigits)
            {
                mantissa = (mantissa * PowersOfTen.UInt128(added)) + digit;
            }
        }

        return new Digits(mantissa, significantCount, pendingZeros, count, integerCount < 0 ? count : integerCount);
    }

    /// <summary>What Java's BigDecimal makes of it: exponent and scale of 32 bits are demanded, the place of the first digit wraps round.</summary>
    private static NumberErrorKind ReadIn32Bits(NumberErrorKind error, long exponentOfText, long unitExponent, long leadingExponent)
        => exponentOfText != (int)exponentOfText || unitExponent is < -int.MaxValue or > -(long)int.MinValue ? NumberErrorKind.NotNumeric
            : leadingExponent >= int.MaxValue ? NumberErrorKind.Underflow
            : error;

    private static DynamoValidationException Error(ReadOnlySpan<byte> text, NumberErrorKind kind, NumberErrorKind olderKind)
        => new(new ValueError.BadNumber(Encoding.UTF8.GetString(text), kind, olderKind));

    /// <summary>e or E, an optional sign, at least one digit, and nothing after.</summary>
    private static bool TryParseExponent(ReadOnlySpan<byte> text, out Int128 exponent)
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

            exponent = Int128.Min((exponent * 10) + digit, Int128.One << 64);
        }

        exponent = isNegative ? -exponent : exponent;
        return true;
    }

    /// <param name="Mantissa">The significant digits, as long as they are not too many.</param>
    /// <param name="SignificantCount">From the first to the last digit that is not zero.</param>
    /// <param name="TrailingZeros">Zeros after those.</param>
    /// <param name="Count">All digits.</param>
    /// <param name="IntegerCount">Digits before the point.</param>
    private readonly record struct Digits(UInt128 Mantissa, int SignificantCount, int TrailingZeros, int Count, int IntegerCount);
}
