using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Comparisons with floating point values that are no numbers of DynamoDB: they cannot be stored, but a variable can hold them.</summary>
internal static class FloatingComparand
{
    private const double Beyond = 1E126;
    private const double Least = 1E-130;

    private static readonly DynamoNumber Greatest = DynamoNumber.Parse("9.9999999999999999999999999999999999999E+125"u8);
    private static readonly DynamoNumber LeastNegative = DynamoNumber.Parse("-9.9999999999999999999999999999999999999E+125"u8);

    /// <summary>Whether an attribute can have the value.</summary>
    public static bool CanEqual(double value) => value == 0 || Math.Abs(value) is >= Least and < Beyond;

    /// <summary>Writes what compares with stored values as the value does.</summary>
    /// <returns>False, with nothing written, where the value is a number of DynamoDB.</returns>
    public static bool TryWrite(ItemBuilder builder, double value)
    {
        if (CanEqual(value))
        {
            return false;
        }

        if (double.IsNaN(value))
        {
            // To the service a number is neither equal to a text nor less nor greater; it is unequal.
            builder.WriteString(nameof(double.NaN));
        }
        else if (Math.Abs(value) >= Beyond)
        {
            builder.WriteNumber(value > 0 ? Greatest : LeastNegative);
        }
        else
        {
            builder.WriteNumber(DynamoNumber.FromDouble(value > 0 ? Least : -Least));
        }

        return true;
    }
}
