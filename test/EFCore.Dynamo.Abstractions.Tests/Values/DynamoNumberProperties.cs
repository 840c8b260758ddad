using System.Numerics;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

[Properties(Arbitrary = [typeof(DecimalNumberArbitrary)], MaxTest = 3000, QuietOnSuccess = true)]
public sealed class DynamoNumberProperties
{
    [Property]
    public void Order_of_encodings_and_of_numbers_is_order_of_values(DecimalNumber left, DecimalNumber right)
    {
        var expected = left.Scaled.CompareTo(right.Scaled);

        Math.Sign(Encode(left.Parsed).AsSpan().SequenceCompareTo(Encode(right.Parsed))).ShouldBe(expected);
        Math.Sign(left.Parsed.CompareTo(right.Parsed)).ShouldBe(expected);
        left.Parsed.Equals(right.Parsed).ShouldBe(expected == 0);
        (left.Parsed < right.Parsed).ShouldBe(expected < 0);
        (left.Parsed >= right.Parsed).ShouldBe(expected >= 0);
    }

    [Property]
    public void Neighbours_in_the_last_digit_are_ordered(DecimalNumber number)
    {
        var next = number with { Mantissa = number.Mantissa + 1 };
        if (DecimalNumber.Measure(next.Scaled) is { Digits.Length: <= 38 and > 0, LeadingExponent: <= 125 and >= -130 })
        {
            Encode(number.Parsed).AsSpan().SequenceCompareTo(Encode(next.Parsed)).ShouldBeLessThan(0);
        }
    }

    [Property]
    public void Encoding_round_trips_and_delimits_itself(DecimalNumber number, byte[] following)
    {
        var encoded = Encode(number.Parsed);

        encoded.Length.ShouldBeLessThanOrEqualTo(DynamoNumber.MaxEncodedBytes);
        DynamoNumber.Read([.. encoded, .. following], out var bytesRead).ShouldBe(number.Parsed);
        bytesRead.ShouldBe(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            Should.Throw<FormatException>(() => DynamoNumber.Read(encoded[..i]));
        }
    }

    [Property]
    public void Encoding_fits_a_destination_of_its_own_length(DecimalNumber number)
    {
        var encoded = Encode(number.Parsed);
        var exact = new byte[encoded.Length];

        number.Parsed.WriteTo(exact).ShouldBe(exact.Length);
        exact.ShouldBe(encoded);
        Should.Throw<ArgumentException>(() => number.Parsed.WriteTo(new byte[encoded.Length - 1]));
    }

    [Property]
    public void Text_round_trips_in_plain_notation(DecimalNumber number)
    {
        var text = number.Parsed.ToString();

        text.ShouldNotContain("E");
        DynamoNumber.Parse(text).ShouldBe(number.Parsed);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        new DecimalNumber(BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal)), -decimals).Scaled.ShouldBe(number.Scaled);
    }

    [Property]
    public void The_same_value_in_another_notation_is_the_same_number(DecimalNumber number, byte zeros)
    {
        var padded = DynamoNumber.Parse(number.Mantissa.ToString() + new string('0', zeros) + "e" + (number.Exponent - zeros));
        var leadingZeros = DynamoNumber.Parse(
            (number.Mantissa.Sign < 0 ? "-" : "+") + new string('0', zeros) + BigInteger.Abs(number.Mantissa) + ".E" + number.Exponent);

        padded.ShouldBe(number.Parsed);
        leadingZeros.ShouldBe(number.Parsed);
        padded.GetHashCode().ShouldBe(number.Parsed.GetHashCode());
        Encode(padded).ShouldBe(Encode(number.Parsed));
    }

    [Property]
    public void Sums_and_differences_are_exact_or_refused(DecimalNumber left, DecimalNumber right)
    {
        ShouldBeExact(() => left.Parsed + right.Parsed, left.Scaled + right.Scaled);
        ShouldBeExact(() => left.Parsed - right.Parsed, left.Scaled - right.Scaled);
    }

    [Property]
    public void Size_counts_pairs_of_digits_on_both_sides_of_the_point(DecimalNumber number)
    {
        var plain = number.Parsed.ToString().TrimStart('-').Split('.');
        var integer = plain[0].TrimStart('0');
        var decimals = plain.Length == 1 ? "" : plain[1];
        integer = decimals.Length == 0 ? integer.TrimEnd('0') : integer;
        decimals = integer.Length == 0 ? decimals.TrimStart('0') : decimals;

        number.Parsed.SizeBytes.ShouldBe(1 + ((integer.Length + 1) / 2) + ((decimals.Length + 1) / 2) + (number.Mantissa.Sign < 0 ? 1 : 0));
    }

    [Property]
    public void Decimals_round_trip(decimal value)
    {
        var number = DynamoNumber.FromDecimal(value);

        number.ToDecimal().ShouldBe(value);
        number.ShouldBe(DynamoNumber.Parse(value.ToString()));
        Read(number).TryToDecimal(out var again).ShouldBeTrue();
        again.ShouldBe(value);
    }

    [Property]
    public void A_number_converts_to_decimal_exactly_or_not_at_all(DecimalNumber number)
    {
        if (number.Parsed.TryToDecimal(out var value))
        {
            DynamoNumber.FromDecimal(value).ShouldBe(number.Parsed);
        }
        else
        {
            Should.Throw<OverflowException>(() => number.Parsed.ToDecimal());
            var measured = DecimalNumber.Measure(number.Scaled);
            (measured.LeadingExponent >= 28 || measured.Digits.Length > 28 || measured.LeadingExponent - measured.Digits.Length + 1 < -28).ShouldBeTrue();
        }
    }

    [Property]
    public void Doubles_round_trip(double value)
    {
        if (!double.IsFinite(value) || (value != 0 && Math.Abs(value) is < 1E-130 or >= 1E126))
        {
            Should.Throw<DynamoValidationException>(() => DynamoNumber.FromDouble(value));
            return;
        }

        DynamoNumber.FromDouble(value).ToDouble().ShouldBe(value);
        Read(DynamoNumber.FromDouble(value)).ToDouble().ShouldBe(value);
    }

    [Property]
    public void A_number_converts_to_the_nearest_double(DecimalNumber number)
        => number.Parsed.ToDouble().ShouldBe(double.Parse(number.Text));

    [Property]
    public void Integers_round_trip(DoNotSize<long> anyValue, DoNotSize<ulong> anyMagnitude, byte shift)
    {
        var value = anyValue.Item >> (shift % 64);
        var magnitude = anyMagnitude.Item >> (shift % 64);
        DynamoNumber.FromInt64(value).ToInt64().ShouldBe(value);
        DynamoNumber.FromInt64(value).ShouldBe(DynamoNumber.Parse(value.ToString()));
        AttributeValue.FromNumber(value).GetInt64().ShouldBe(value);
        AttributeValue.FromNumber(value).GetNumber().ToInt64().ShouldBe(value);
        DynamoNumber.FromUInt64(magnitude).ShouldBe(DynamoNumber.Parse(magnitude.ToString()));
        DynamoNumber.FromUInt64(magnitude).TryToInt64(out _).ShouldBe(magnitude <= long.MaxValue);
    }

    [Property]
    public void A_number_converts_to_an_integer_exactly_or_not_at_all(DecimalNumber number)
    {
        var (quotient, remainder) = BigInteger.DivRem(number.Scaled, BigInteger.Pow(10, 167));
        var isInt64 = remainder.IsZero && quotient >= long.MinValue && quotient <= long.MaxValue;

        number.Parsed.TryToInt64(out var value).ShouldBe(isInt64);
        AttributeValue.FromNumber(number.Parsed).Span.TryGetInt64(out var packed).ShouldBe(isInt64);
        if (isInt64)
        {
            value.ShouldBe((long)quotient);
            packed.ShouldBe((long)quotient);
        }
        else
        {
            Should.Throw<OverflowException>(() => AttributeValue.FromNumber(number.Parsed).GetInt64());
        }
    }

    [Property]
    public void Arbitrary_bytes_are_a_number_or_refused(byte[] bytes)
    {
        bytes ??= [];
        if (DynamoNumberEncoding.TryRead(bytes, out var number, out var length))
        {
            length.ShouldBeInRange(1, bytes.Length);
            DynamoNumber.Parse(number.ToString()).ShouldBe(number);
        }
        else
        {
            Should.Throw<FormatException>(() => DynamoNumber.Read(bytes));
        }
    }

    private static void ShouldBeExact(Func<DynamoNumber> calculate, BigInteger expected)
    {
        var (digits, leadingExponent) = DecimalNumber.Measure(expected);
        if (digits.Length > 38 || leadingExponent is < -130 or > 125)
        {
            Should.Throw<DynamoValidationException>(() => calculate()).Message.ShouldStartWith(
                leadingExponent < -130 ? "Number underflow." : "Number overflow.");
            return;
        }

        calculate().ShouldBe(expected.IsZero ? DynamoNumber.Zero : new DecimalNumber(expected, -167).Parsed);
    }

    private static DynamoNumber Read(DynamoNumber number) => DynamoNumber.Read(Encode(number));

    private static byte[] Encode(DynamoNumber number)
    {
        var buffer = new byte[DynamoNumber.MaxEncodedBytes];
        return buffer[..number.WriteTo(buffer)];
    }
}
