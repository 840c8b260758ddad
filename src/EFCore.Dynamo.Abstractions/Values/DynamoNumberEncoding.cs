using System.Buffers.Binary;
using System.Numerics;

namespace EFCore.Dynamo.Values;

/// <summary>The order-preserving bytes of a number (eng/adr/0003-number-encoding.md).</summary>
/// <remarks>
///     <code>
///     zero            80
///     0 &lt; n &lt; 1       81  exponent+131        pairs
///     1 ≤ n &lt; 2^64    81+length  integer part (big-endian, 1 to 8 bytes)  pairs of the fraction, 00 where there is none
///     n ≥ 2^64        8A  exponent            pairs
///     n &lt; 0           the complement of every byte of -n
///     pair            2 × (two digits) + (1 where another pair follows)
///     </code>
/// </remarks>
internal static class DynamoNumberEncoding
{
    private const byte ZeroHeader = 0x80;
    private const byte SmallHeader = 0x81;
    private const byte IntegerHeader = 0x81;
    private const byte LargeHeader = 0x8A;
    private const int SmallExponentBias = 131;
    private const int MaxPairs = 19;
    private const int MaxPair = (2 * 99) + 1;

    public static int Write(DynamoNumber number, Span<byte> destination)
    {
        if (number.IsUInt64Magnitude && destination.Length >= 10)
        {
            return WriteInteger(number.Low, number.IsNegative, destination);
        }

        if (destination.Length < DynamoNumber.MaxEncodedBytes)
        {
            return WriteThroughBuffer(number, destination);
        }

        var length = WriteMagnitude(number, destination);
        if (number.IsNegative)
        {
            Complement(destination[..length]);
        }

        return length;
    }

    /// <summary>Writes an integer; the destination has at least 10 bytes.</summary>
    public static int WriteInteger(ulong magnitude, bool isNegative, Span<byte> destination)
    {
        if (magnitude == 0)
        {
            destination[0] = ZeroHeader;
            return 1;
        }

        var complement = isNegative ? ulong.MaxValue : 0;
        var zeroBytes = BitOperations.LeadingZeroCount(magnitude) >> 3;
        var length = 8 - zeroBytes;
        destination[9] = (byte)complement; // the terminator after 8 bytes; after fewer, the shifted integer brings it
        destination[0] = (byte)((uint)(IntegerHeader + length) ^ (uint)complement);
        BinaryPrimitives.WriteUInt64BigEndian(destination[1..], (magnitude << (zeroBytes * 8)) ^ complement);
        return length + 2;
    }

    /// <summary>Reads an integer of at most 64 bits and sign, where the bytes are exactly one.</summary>
    public static bool TryReadInt64(ReadOnlySpan<byte> encoded, out long value)
    {
        if (encoded.Length is >= 3 and <= 10)
        {
            // Positive headers are 82 to 89; their complements have the same distance from 7F downwards.
            var complement = encoded[0] >= ZeroHeader ? 0L : -1L;
            var length = encoded.Length - 2;
            if ((byte)(encoded[0] ^ complement) == IntegerHeader + length && encoded[^1] == (byte)complement)
            {
                var magnitude = ReadBigEndian(encoded.Slice(1, length)) ^ ((ulong)complement >> (64 - (length * 8)));
                value = ((long)magnitude ^ complement) - complement;
                return magnitude <= long.MaxValue || (complement != 0 && magnitude == 1UL << 63);
            }
        }

        value = 0;
        return encoded.Length == 1 && encoded[0] == ZeroHeader;
    }

    /// <summary>Reads the number that the bytes begin with.</summary>
    /// <returns>False where they begin with none. Canonical form is not checked.</returns>
    public static bool TryRead(ReadOnlySpan<byte> encoded, out DynamoNumber number, out int bytesRead)
    {
        number = default;
        bytesRead = 0;
        if (encoded.IsEmpty)
        {
            return false;
        }

        if (encoded[0] == ZeroHeader)
        {
            bytesRead = 1;
            return true;
        }

        var complement = encoded[0] < ZeroHeader ? byte.MaxValue : (byte)0;
        var header = encoded[0] ^ complement;
        if (header is SmallHeader or LargeHeader)
        {
            return TryReadWithExponent(encoded, complement, out number, out bytesRead);
        }

        var length = header - IntegerHeader;
        if (length is < 1 or > 8 || encoded.Length < length + 2)
        {
            return false;
        }

        var integer = ReadBigEndian(encoded.Slice(1, length));
        integer = complement == 0 ? integer : integer ^ (ulong.MaxValue >> (64 - (length * 8)));
        if (encoded[length + 1] == complement)
        {
            bytesRead = length + 2;
            number = DynamoNumber.FromSignAndMagnitude(complement != 0, integer);
            return true;
        }

        return TryReadDecimals(encoded, length + 1, complement, integer, out number, out bytesRead);
    }

    private static int WriteThroughBuffer(DynamoNumber number, Span<byte> destination)
    {
        Span<byte> buffer = stackalloc byte[DynamoNumber.MaxEncodedBytes];
        var length = Write(number, buffer);
        return buffer[..length].TryCopyTo(destination)
            ? length
            : throw new ArgumentException("The destination is too short for the encoded number.", nameof(destination));
    }

    private static int WriteMagnitude(DynamoNumber number, Span<byte> destination)
    {
        var mantissa = number.Mantissa;
        var leadingExponent = number.LeadingExponent;
        if (leadingExponent is >= 0 and <= 19 && number.Exponent <= 0)
        {
            var decimals = -number.Exponent;
            var (integer, fraction) = decimals > 0 ? DivideByPowerOfTen(mantissa, decimals) : (mantissa, UInt128.Zero);
            if (integer <= ulong.MaxValue)
            {
                var length = WriteInteger((ulong)integer, isNegative: false, destination) - 1;
                return length + (decimals > 0 ? WritePairs(fraction, decimals, destination[length..]) : 1);
            }
        }

        destination[0] = leadingExponent < 0 ? SmallHeader : LargeHeader;
        destination[1] = (byte)(leadingExponent < 0 ? leadingExponent + SmallExponentBias : leadingExponent);
        return 2 + WritePairs(mantissa, leadingExponent - number.Exponent + 1, destination[2..]);
    }

    private static (UInt128 Quotient, UInt128 Remainder) DivideByPowerOfTen(UInt128 value, int power)
    {
        if (value <= ulong.MaxValue && power <= 19)
        {
            var (quotient, remainder) = Math.DivRem((ulong)value, PowersOfTen.UInt64(power));
            return (quotient, remainder);
        }

        return UInt128.DivRem(value, PowersOfTen.UInt128(power));
    }

    /// <summary>Writes the digits, leading zeros included, two a byte; the last of them is not zero.</summary>
    private static int WritePairs(UInt128 digits, int digitCount, Span<byte> destination)
    {
        if ((digitCount & 1) != 0)
        {
            digits *= 10;
        }

        var count = (digitCount + 1) / 2;
        var position = count;
        while (digits > ulong.MaxValue)
        {
            (digits, var part) = UInt128.DivRem(digits, PowersOfTen.UInt64(18));
            position = WritePairs((ulong)part, position - 9, position, destination);
        }

        _ = WritePairs((ulong)digits, 0, position, destination);
        destination[count - 1]--;
        return count;
    }

    private static int WritePairs(ulong digits, int start, int end, Span<byte> destination)
    {
        while (end > start)
        {
            (digits, var pair) = Math.DivRem(digits, 100);
            destination[--end] = (byte)((pair * 2) + 1);
        }

        return start;
    }

    private static bool TryReadWithExponent(ReadOnlySpan<byte> encoded, byte complement, out DynamoNumber number, out int bytesRead)
    {
        number = default;
        bytesRead = 0;
        if (encoded.Length < 3 || !TryReadPairs(encoded[2..], complement, out var mantissa, out var digitCount, out var pairsLength))
        {
            return false;
        }

        var exponent = encoded[1] ^ complement;
        var leadingExponent = (encoded[0] ^ complement) == SmallHeader ? exponent - SmallExponentBias : exponent;
        bytesRead = 2 + pairsLength;
        return TryCreate(complement != 0, mantissa, leadingExponent - digitCount + 1, out number);
    }

    private static bool TryReadDecimals(
        ReadOnlySpan<byte> encoded, int start, byte complement, ulong integer, out DynamoNumber number, out int bytesRead)
    {
        number = default;
        bytesRead = 0;
        if (!TryReadPairs(encoded[start..], complement, out var fraction, out var decimals, out var pairsLength))
        {
            return false;
        }

        var digits = PowersOfTen.CountDigits(integer) + decimals;
        if (digits > DynamoNumber.MaxDigits)
        {
            return false;
        }

        bytesRead = start + pairsLength;
        var mantissa = digits <= 19
            ? (integer * PowersOfTen.UInt64(decimals)) + (ulong)fraction
            : (integer * PowersOfTen.UInt128(decimals)) + fraction;
        return TryCreate(complement != 0, mantissa, -decimals, out number);
    }

    private static bool TryCreate(bool isNegative, UInt128 mantissa, int exponent, out DynamoNumber number)
    {
        var leadingExponent = PowersOfTen.CountDigits(mantissa) - 1 + exponent;
        if (mantissa == UInt128.Zero || leadingExponent is < DynamoNumber.MinLeadingExponent or > DynamoNumber.MaxLeadingExponent)
        {
            number = default;
            return false;
        }

        number = DynamoNumber.Create(isNegative, mantissa, exponent);
        return true;
    }

    private static bool TryReadPairs(
        ReadOnlySpan<byte> encoded, byte complement, out UInt128 digits, out int digitCount, out int length)
    {
        digits = UInt128.Zero;
        digitCount = 0;
        length = 0;
        var chunk = 0UL;
        var chunkPower = 1UL;
        while (true)
        {
            if (length == encoded.Length || length == MaxPairs)
            {
                return false;
            }

            var current = encoded[length++] ^ complement;
            if (current > MaxPair)
            {
                return false;
            }

            var pair = (ulong)current >> 1;
            var hasMore = (current & 1) != 0;
            var (digit, scale, count) = hasMore || pair % 10 != 0 ? (pair, 100UL, 2) : (pair / 10, 10UL, 1);
            chunk = (chunk * scale) + digit;
            chunkPower *= scale;
            digitCount += count;
            if (!hasMore || chunkPower >= 1_000_000_000_000_000_000)
            {
                digits = digits == UInt128.Zero ? chunk : (digits * chunkPower) + chunk;
                chunk = 0;
                chunkPower = 1;
                if (!hasMore)
                {
                    return true;
                }
            }
        }
    }

    private static ulong ReadBigEndian(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 8)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(bytes);
        }

        if (bytes.Length >= 4)
        {
            // Two overlapping reads instead of a loop.
            var high = (ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes);
            var low = BinaryPrimitives.ReadUInt32BigEndian(bytes[^4..]);
            return (high << ((bytes.Length - 4) * 8)) | low;
        }

        var value = (ulong)bytes[0];
        for (var i = 1; i < bytes.Length; i++)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    private static void Complement(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)~bytes[i];
        }
    }
}
