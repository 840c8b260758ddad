using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

/// <summary>The bytes of eng/adr/0003-number-encoding.md: they are on disk, so a change here is a change of the format.</summary>
public sealed class DynamoNumberEncodingTests
{
    [Theory]
    [InlineData("0", "80")]
    [InlineData("1", "820100")]
    [InlineData("-1", "7DFEFF")]
    [InlineData("255", "82FF00")]
    [InlineData("256", "83010000")]
    [InlineData("-256", "7CFEFFFF")]
    [InlineData("1750000000", "85684EE18000")]
    [InlineData("18446744073709551615", "89FFFFFFFFFFFFFFFF00")]
    [InlineData("18446744073709551616", "8A13255987590F4B136F2120")]
    [InlineData("1E+125", "8A7D14")]
    [InlineData("1.5", "820164")]
    [InlineData("19.99", "8213C6")]
    [InlineData("19.9901", "8213C702")]
    [InlineData("19.0001", "82130102")]
    [InlineData("-19.99", "7DEC39")]
    [InlineData("0.5", "818264")]
    [InlineData("0.05", "818164")]
    [InlineData("0.125", "81821964")]
    [InlineData("1E-130", "810114")]
    public void Encodings_are_as_recorded(string text, string expected)
    {
        var number = DynamoNumber.Parse(text);
        var buffer = new byte[DynamoNumber.MaxEncodedBytes];

        var length = number.WriteTo(buffer);

        Convert.ToHexString(buffer, 0, length).ShouldBe(expected);
        AttributeValue.FromNumber(number).Span.GetEncodedNumber().SequenceEqual(buffer.AsSpan(0, length)).ShouldBeTrue();
    }
}
