using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>Exact addition of numbers. A sum of more than 38 digits is an overflow to the service, however small its last digit.</summary>
internal static class DynamoNumberArithmetic
{
    public static DynamoNumber Add(DynamoNumber left, DynamoNumber right)
    {
        if (left.TryToInt64(out var leftInteger) && right.TryToInt64(out var rightInteger))
        {
            var sum = unchecked(leftInteger + rightInteger);
            if (((leftInteger ^ sum) & (rightInteger ^ sum)) >= 0)
            {
                return DynamoNumber.FromInt64(sum);
            }
        }

        if (left.IsZero)
        {
            return right;
        }

        if (right.IsZero)
        {
            return left;
        }

        var (leftMantissa, leftExponent) = left.ToStripped();
        var (rightMantissa, rightExponent) = right.ToStripped();
        var exponent = Math.Min(leftExponent, rightExponent);
        leftMantissa = Scale(leftMantissa, leftExponent - exponent);
        rightMantissa = Scale(rightMantissa, rightExponent - exponent);
        if (left.IsNegative == right.IsNegative)
        {
            return DynamoNumber.Create(left.IsNegative, leftMantissa + rightMantissa, exponent);
        }

        return leftMantissa >= rightMantissa
            ? DynamoNumber.Create(left.IsNegative, leftMantissa - rightMantissa, exponent)
            : DynamoNumber.Create(right.IsNegative, rightMantissa - leftMantissa, exponent);
    }

    /// <summary>The mantissa times a power of ten, where the sum can have 38 digits at all.</summary>
    private static UInt128 Scale(UInt128 mantissa, int power)
    {
        if (power == 0)
        {
            return mantissa;
        }

        // The other operand's last digit is not zero and stays the sum's last, so digits can only be lost in front:
        // from 2E38 on, whatever is added or taken away (less than 1E38) leaves at least 39 digits.
        if (power > DynamoNumber.MaxDigits || mantissa >= 2 * PowersOfTen.UInt128(DynamoNumber.MaxDigits) / PowersOfTen.UInt128(power))
        {
            throw NumberTexts.ToException(NumberErrorKind.Overflow);
        }

        return mantissa * PowersOfTen.UInt128(power);
    }
}
