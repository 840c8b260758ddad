using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public sealed class DynamoNumberTests
{
    private const string ExponentTooLong = "The parameter cannot be converted to a numeric value";
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private const string TooManyDigits = "Attempting to store more than 38 significant digits in a Number";
    private const string NineNines = "99999999999999999999999999999999999999"; // 38 digits

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+0.000", "0")]
    [InlineData("0E125", "0")]
    [InlineData("-0E-130", "0")]
    [InlineData("0.0E126", "0")]
    [InlineData("00E125", "0")]
    [InlineData("0E-130", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("1", "1")]
    [InlineData("+1", "1")]
    [InlineData("-1", "-1")]
    [InlineData("1.0", "1")]
    [InlineData("1E0", "1")]
    [InlineData("1e+2", "100")]
    [InlineData("100e-2", "1")]
    [InlineData("007", "7")]
    [InlineData("5.", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5e1", "-5")]
    [InlineData("0.10", "0.1")]
    [InlineData("123.4500", "123.45")]
    [InlineData("1E-7", "0.0000001")]
    [InlineData("1E+30", "1000000000000000000000000000000")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("18446744073709551615.5", "18446744073709551615.5")]
    [InlineData("18446744073709551616.5", "18446744073709551616.5")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000001.50", "1.5")]
    [InlineData(NineNines + "0000", NineNines + "0000")]
    [InlineData("1000000000000000000000000000000000000000000000000000000", "1000000000000000000000000000000000000000000000000000000")]
    public void Text_is_read_and_returned_in_plain_notation(string text, string expected)
    {
        var number = DynamoNumber.Parse(text);

        number.ToString().ShouldBe(expected);
        DynamoNumber.Parse(expected).ShouldBe(number);
        RoundTrip(number).ShouldBe(number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.e1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("0x10")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e1.5")]
    [InlineData("½")]
    public void Text_that_is_no_number_is_refused(string text)
    {
        var error = Should.Throw<DynamoValidationException>(() => DynamoNumber.Parse(text));

        error.Message.ShouldBe("The parameter cannot be converted to a numeric value: " + text);
    }

    [Theory]
    [InlineData("1E126", Overflow)]
    [InlineData("-10E125", Overflow)]
    [InlineData("0E126", Overflow)]
    [InlineData("-0E126", Overflow)]
    [InlineData("0E9999999999", Overflow)]
    [InlineData("1E+9223372036854775807", Overflow)]
    [InlineData("99E+9223372036854775807", Overflow)]
    [InlineData("1E-131", Underflow)]
    [InlineData("0E-131", Underflow)]
    [InlineData("0.0E-130", Underflow)]
    [InlineData("0.1E-130", Underflow)]
    [InlineData("0.01E-9223372036854775807", Underflow)]
    [InlineData("1E+99999999999999999999", ExponentTooLong)]
    [InlineData("0E-99999999999999999999", ExponentTooLong)]
    [InlineData(NineNines + "9", TooManyDigits)]
    [InlineData("1.00000000000000000000000000000000000001", TooManyDigits)]
    [InlineData("100000000000000000000000000000000000000000000000001", TooManyDigits)]
    public void Numbers_out_of_range_are_refused(string text, string expected)
        => Should.Throw<DynamoValidationException>(() => DynamoNumber.Parse(text)).Message.ShouldBe(expected);

    [Theory]
    [InlineData("1E50", "1")]
    [InlineData("1", "1E50")]
    [InlineData("1", "-1E-50")]
    [InlineData(NineNines, "0.5")]
    [InlineData("-" + NineNines, "-0.5")]
    [InlineData("9E125", "1E125")]
    public void Sums_of_more_digits_than_a_number_has_overflow(string left, string right)
    {
        Should.Throw<DynamoValidationException>(() => DynamoNumber.Parse(left) + DynamoNumber.Parse(right)).Message.ShouldBe(Overflow);
        Should.Throw<DynamoValidationException>(() => DynamoNumber.Parse(left) - -DynamoNumber.Parse(right)).Message.ShouldBe(Overflow);
    }

    [Theory]
    [InlineData("9.9999999999999999999999999999999999999E+125")]
    [InlineData("-9.9999999999999999999999999999999999999E+125")]
    [InlineData("1E-130")]
    [InlineData("-1E-130")]
    [InlineData("1.2345678901234567890123456789012345678E-130")]
    [InlineData("1E+125")]
    public void Extremes_round_trip(string text)
    {
        var number = DynamoNumber.Parse(text);

        RoundTrip(number).ShouldBe(number);
        DynamoNumber.Parse(number.ToString()).ShouldBe(number);
        number.ToString().Length.ShouldBeLessThanOrEqualTo(DynamoNumber.MaxFormattedBytes);
    }

    private static DynamoNumber RoundTrip(DynamoNumber number)
    {
        Span<byte> encoded = stackalloc byte[DynamoNumber.MaxEncodedBytes];
        var length = number.WriteTo(encoded);
        var read = DynamoNumber.Read(encoded, out var bytesRead);
        bytesRead.ShouldBe(length);
        return read;
    }
}
