using System.Globalization;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>A DynamoDB number: up to 38 significant digits, magnitude 1E-130 to 9.99…E+125, or zero. Compared by value.</summary>
/// <remarks>
///     <para>One representation per value: <c>1</c>, <c>1.0</c> and <c>1E0</c> are equal, there is no negative zero, and the number of
///     trailing zeros that a text had is not kept, as in the service.</para>
///     <para>The rules are in the
///     <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number">developer
///     guide</see>.</para>
/// </remarks>
public readonly struct DynamoNumber : IEquatable<DynamoNumber>, IComparable<DynamoNumber>
{
    /// <summary>The longest that <see cref="WriteTo" /> writes.</summary>
    public const int MaxEncodedBytes = 22;

    /// <summary>The longest that <see cref="TryFormat" /> writes: sign, zero, point, and the 167 decimals of a 38-digit number at 1E-130.</summary>
    public const int MaxFormattedBytes = 170;

    /// <summary>Significant digits that a number can have.</summary>
    public const int MaxDigits = 38;

    private const long MaxExactDouble = 1L << 53;

    private static readonly double[] ExactPowers =
        [1E0, 1E1, 1E2, 1E3, 1E4, 1E5, 1E6, 1E7, 1E8, 1E9, 1E10, 1E11, 1E12, 1E13, 1E14, 1E15, 1E16, 1E17, 1E18, 1E19, 1E20, 1E21, 1E22];

    internal const int MaxLeadingExponent = 125;
    internal const int MinLeadingExponent = -130;

    // Canonical: an integer below 2^64 has exponent 0 and is held as it is; any other mantissa has no trailing zero.
    private readonly ulong _high;
    private readonly ulong _low;
    private readonly short _exponent;
    private readonly bool _isNegative;

    private DynamoNumber(bool isNegative, ulong high, ulong low, int exponent)
    {
        _high = high;
        _low = low;
        _exponent = (short)exponent;
        _isNegative = isNegative;
    }

    /// <summary>The number 0, which is also <c>default</c>.</summary>
    public static DynamoNumber Zero => default;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => IsZero ? 0 : _isNegative ? -1 : 1;

    internal bool IsZero => (_high | _low) == 0;

    internal bool IsNegative => _isNegative;

    /// <summary>Whether the magnitude is an integer below 2^64, found in <see cref="Low" />.</summary>
    internal bool IsUInt64Magnitude => _high == 0 && _exponent == 0;

    internal ulong Low => _low;

    internal UInt128 Mantissa => new(_high, _low);

    internal int Exponent => _exponent;

    /// <summary>The exponent of the first significant digit: 0 for 1 to 9.99…, undefined for zero.</summary>
    internal int LeadingExponent => PowersOfTen.CountDigits(Mantissa) - 1 + _exponent;

    /// <summary>Size by the service's rule, in bytes: 1 for zero, 2 for 42, 3 for -42, at most 22.</summary>
    /// <remarks>
    ///     One byte, one per two significant digits before the point, one per two after it, and one for a minus sign. The
    ///     <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">developer guide</see>
    ///     gives this only approximately; peers measured it at the service's limit for items (dynoxide, pull request 195, August 2026).
    /// </remarks>
    public int SizeBytes
    {
        get
        {
            if (IsZero)
            {
                return 1;
            }

            var (mantissa, exponent) = ToStripped();
            var digits = PowersOfTen.CountDigits(mantissa);
            var integerDigits = Math.Clamp(digits + exponent, 0, digits);
            return 1 + ((integerDigits + 1) / 2) + ((digits - integerDigits + 1) / 2) + (_isNegative ? 1 : 0);
        }
    }

    /// <summary>The number with the value of an integer; never fails.</summary>
    public static DynamoNumber FromInt64(long value)
        => new(value < 0, 0, value < 0 ? 0UL - (ulong)value : (ulong)value, 0);

    /// <summary>The number with the value of an integer; never fails.</summary>
    public static DynamoNumber FromUInt64(ulong value) => new(isNegative: false, 0, value, 0);

    /// <summary>The number with the value of a decimal; never fails, and forgets trailing zeros.</summary>
    public static DynamoNumber FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return Create(bits[3] < 0, mantissa, -((bits[3] >> 16) & 0xFF));
    }

    /// <summary>The number whose text is the shortest that gives the same double again.</summary>
    /// <exception cref="DynamoValidationException">Not a number, infinite, or outside the range of a DynamoDB number.</exception>
    public static DynamoNumber FromDouble(double value)
    {
        if (Math.Abs(value) <= MaxExactDouble && value == Math.Truncate(value))
        {
            return FromInt64((long)value);
        }

        // Most other doubles are short decimals. Texts of at most 15 digits give different doubles, so the first that gives this one is the shortest.
        for (var decimals = 1; decimals <= 6; decimals++)
        {
            var scaled = Math.Round(value * ExactPowers[decimals]);
            if (Math.Abs(scaled) < 1E15 && scaled / ExactPowers[decimals] == value)
            {
                return Create(value < 0, (ulong)Math.Abs(scaled), -decimals);
            }
        }

        Span<byte> text = stackalloc byte[32];
        _ = value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        return Parse(text[..length]);
    }

    /// <summary>Reads a number as the service does: sign, digits with an optional point, optional exponent; no white space.</summary>
    /// <exception cref="DynamoValidationException">Not a number, out of range, or more than 38 significant digits; the text is the service's.</exception>
    public static DynamoNumber Parse(ReadOnlySpan<byte> utf8Text) => DynamoNumberParser.Parse(utf8Text);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})" />
    public static DynamoNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DynamoNumberParser.Parse(text);
    }

    /// <summary>Reads what <see cref="WriteTo" /> wrote; bytes after the number are ignored.</summary>
    /// <exception cref="FormatException">The bytes are not an encoded number.</exception>
    public static DynamoNumber Read(ReadOnlySpan<byte> encoded) => Read(encoded, out _);

    /// <summary>Reads what <see cref="WriteTo" /> wrote; bytes after the number are ignored.</summary>
    /// <param name="encoded">Begins with an encoded number.</param>
    /// <param name="bytesRead">The encoded number's length.</param>
    /// <exception cref="FormatException">The bytes are not an encoded number.</exception>
    public static DynamoNumber Read(ReadOnlySpan<byte> encoded, out int bytesRead)
        => DynamoNumberEncoding.TryRead(encoded, out var number, out bytesRead)
            ? number
            : throw new FormatException("The bytes are not an encoded DynamoDB number.");

    /// <summary>Writes order-preserving, self-delimiting, canonical bytes.</summary>
    /// <remarks>Comparing the bytes compares the values, equal numbers have equal bytes, and no number's bytes begin with another's.</remarks>
    /// <param name="destination">At least <see cref="MaxEncodedBytes" /> long; bytes past the result may be overwritten.</param>
    /// <returns>The number of bytes written, 1 to <see cref="MaxEncodedBytes" />.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int WriteTo(Span<byte> destination) => DynamoNumberEncoding.Write(this, destination);

    /// <summary>The value as an integer.</summary>
    /// <exception cref="OverflowException">It has a fraction or does not fit.</exception>
    public long ToInt64()
        => TryToInt64(out var value) ? value : throw new OverflowException($"{this} is not an integer of 64 bits.");

    /// <summary>The value as a decimal.</summary>
    /// <exception cref="OverflowException">It does not fit exactly: a decimal has 28 to 29 digits and no more than 28 decimals.</exception>
    public decimal ToDecimal()
        => TryToDecimal(out var value) ? value : throw new OverflowException($"{this} does not fit a decimal exactly.");

    /// <summary>The nearest double.</summary>
    public double ToDouble()
    {
        if (IsUInt64Magnitude)
        {
            return _isNegative ? -(double)_low : _low;
        }

        // Both operands are exact, so that the one division or multiplication rounds correctly.
        if (_high == 0 && _low <= MaxExactDouble && Math.Abs((int)_exponent) < ExactPowers.Length)
        {
            var magnitude = _exponent < 0 ? _low / ExactPowers[-_exponent] : _low * ExactPowers[_exponent];
            return _isNegative ? -magnitude : magnitude;
        }

        Span<byte> text = stackalloc byte[MaxFormattedBytes];
        _ = TryFormat(text, out var length);
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The value as an integer, where it is one of 64 bits.</summary>
    public bool TryToInt64(out long value)
    {
        value = _isNegative ? (long)(0UL - _low) : (long)_low;
        return IsUInt64Magnitude && (_low <= long.MaxValue || (_isNegative && _low == 1UL << 63));
    }

    /// <summary>The value as a decimal, where that loses nothing.</summary>
    public bool TryToDecimal(out decimal value)
    {
        if (_high == 0 && _exponent is <= 0 and >= -28)
        {
            value = new decimal((int)(uint)_low, (int)(uint)(_low >> 32), 0, _isNegative, (byte)-_exponent);
            return true;
        }

        value = default;
        var mantissa = Mantissa;
        var scale = -(int)_exponent;
        if (scale < 0)
        {
            if (LeadingExponent > 28)
            {
                return false;
            }

            mantissa *= PowersOfTen.UInt128(-scale);
            scale = 0;
        }

        if (scale > 28 || mantissa >> 96 != UInt128.Zero)
        {
            return false;
        }

        value = new decimal((int)(uint)mantissa, (int)(uint)(mantissa >> 32), (int)(uint)(mantissa >> 64), _isNegative, (byte)scale);
        return true;
    }

    /// <summary>Writes the text that the service returns: plain notation without superfluous zeros.</summary>
    /// <param name="utf8Destination"><see cref="MaxFormattedBytes" /> always suffice.</param>
    /// <param name="bytesWritten">The text's length, 0 when it did not fit.</param>
    /// <returns>Whether the text fitted.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
        => DynamoNumberFormatter.TryFormat(this, utf8Destination, out bytesWritten);

    /// <summary>The text that the service returns: plain notation without superfluous zeros.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[MaxFormattedBytes];
        _ = TryFormat(text, out var length);
        return System.Text.Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>The exact sum.</summary>
    /// <exception cref="DynamoValidationException">The sum is out of range or has more than 38 significant digits.</exception>
    public static DynamoNumber operator +(DynamoNumber left, DynamoNumber right) => DynamoNumberArithmetic.Add(left, right);

    /// <summary>The exact difference.</summary>
    /// <exception cref="DynamoValidationException">The difference is out of range or has more than 38 significant digits.</exception>
    public static DynamoNumber operator -(DynamoNumber left, DynamoNumber right) => DynamoNumberArithmetic.Add(left, -right);

    /// <summary>The number with the other sign.</summary>
    public static DynamoNumber operator -(DynamoNumber value)
        => value.IsZero ? value : new DynamoNumber(!value._isNegative, value._high, value._low, value._exponent);

    /// <summary>Whether both have the same value.</summary>
    public static bool operator ==(DynamoNumber left, DynamoNumber right) => left.Equals(right);

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(DynamoNumber left, DynamoNumber right) => !left.Equals(right);

    /// <summary>Whether the left value is smaller.</summary>
    public static bool operator <(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left value is greater.</summary>
    public static bool operator >(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left value is not greater.</summary>
    public static bool operator <=(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left value is not smaller.</summary>
    public static bool operator >=(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(DynamoNumber other)
    {
        if (Sign != other.Sign)
        {
            return Sign.CompareTo(other.Sign);
        }

        var magnitude = CompareMagnitude(other);
        return _isNegative ? -magnitude : magnitude;
    }

    /// <inheritdoc />
    public bool Equals(DynamoNumber other)
        => _low == other._low && _high == other._high && _exponent == other._exponent && _isNegative == other._isNegative;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is DynamoNumber other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_low, _high, _exponent, _isNegative);

    /// <summary>The integer of a sign and a magnitude; never fails.</summary>
    internal static DynamoNumber FromSignAndMagnitude(bool isNegative, ulong magnitude)
        => new(isNegative && magnitude != 0, 0, magnitude, 0);

    /// <summary>The canonical number of any sign, mantissa and exponent.</summary>
    /// <exception cref="DynamoValidationException">Out of range; so is what has more than 38 significant digits: only a sum can have, the parser looks for
    /// itself.</exception>
    internal static DynamoNumber Create(bool isNegative, UInt128 mantissa, int exponent)
    {
        if (mantissa == UInt128.Zero)
        {
            return Zero;
        }

        (mantissa, exponent) = StripTrailingZeros(mantissa, exponent);
        var digits = PowersOfTen.CountDigits(mantissa);
        if (FindRangeError(digits, digits - 1 + exponent) is { } error)
        {
            throw NumberTexts.ToException(error == NumberErrorKind.TooManyDigits ? NumberErrorKind.Overflow : error);
        }

        if (exponent > 0 && digits + exponent <= 20)
        {
            var integer = mantissa * PowersOfTen.UInt128(exponent);
            if (integer <= ulong.MaxValue)
            {
                (mantissa, exponent) = (integer, 0);
            }
        }

        return new DynamoNumber(isNegative, (ulong)(mantissa >> 64), (ulong)mantissa, exponent);
    }

    /// <summary>
    ///     What the service says of a number that is too large, too small or too precise, in the service's order; null where it is none of these.
    /// </summary>
    internal static NumberErrorKind? FindRangeError(int digits, long leadingExponent)
        => leadingExponent > MaxLeadingExponent ? NumberErrorKind.Overflow
            : leadingExponent < MinLeadingExponent ? NumberErrorKind.Underflow
            : digits > MaxDigits ? NumberErrorKind.TooManyDigits
            : null;

    /// <summary>The mantissa without trailing zeros, and its exponent.</summary>
    internal (UInt128 Mantissa, int Exponent) ToStripped()
        => IsUInt64Magnitude && !IsZero ? StripTrailingZeros(_low, 0) : (Mantissa, _exponent);

    private static (UInt128 Mantissa, int Exponent) StripTrailingZeros(UInt128 mantissa, int exponent)
    {
        while (mantissa > ulong.MaxValue)
        {
            var (quotient, remainder) = UInt128.DivRem(mantissa, 10);
            if (remainder != UInt128.Zero)
            {
                return (mantissa, exponent);
            }

            (mantissa, exponent) = (quotient, exponent + 1);
        }

        var low = (ulong)mantissa;
        while (low % 10 == 0)
        {
            low /= 10;
            exponent++;
        }

        return (low, exponent);
    }

    private int CompareMagnitude(DynamoNumber other)
    {
        if (_exponent == other._exponent)
        {
            return Mantissa.CompareTo(other.Mantissa);
        }

        var byExponent = LeadingExponent.CompareTo(other.LeadingExponent);
        if (byExponent != 0)
        {
            return byExponent;
        }

        // The same leading digit position, so that the one with the larger exponent has fewer digits and can be scaled within 38.
        return _exponent > other._exponent
            ? (Mantissa * PowersOfTen.UInt128(_exponent - other._exponent)).CompareTo(other.Mantissa)
            : Mantissa.CompareTo(other.Mantissa * PowersOfTen.UInt128(other._exponent - _exponent));
    }
}
