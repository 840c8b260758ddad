using System.Globalization;
using System.Numerics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

/// <summary>A number as the tests' own arithmetic has it: an integer times a power of ten within the service's range.</summary>
public sealed record DecimalNumber(BigInteger Mantissa, int Exponent)
{
    // The smallest exponent that a number of 38 digits can have.
    private const int Scale = 167;

    public string Text => Mantissa.ToString(CultureInfo.InvariantCulture) + "E" + Exponent.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value times 10^167, which is an integer for every number of the service.</summary>
    public BigInteger Scaled => Mantissa * BigInteger.Pow(10, Exponent + Scale);

    public DynamoNumber Parsed => DynamoNumber.Parse(Text);

    /// <summary>The sum's significant digits and the exponent of the first of them; no digits for zero.</summary>
    public static (string Digits, int LeadingExponent) Measure(BigInteger scaled)
    {
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture);
        return scaled.IsZero ? (string.Empty, 0) : (digits.TrimEnd('0'), digits.Length - 1 - Scale);
    }
}
