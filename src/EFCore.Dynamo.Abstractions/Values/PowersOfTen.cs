using System.Numerics;

namespace EFCore.Dynamo.Values;

/// <summary>Powers of ten, and decimal digit counts, of 64 and 128 bits.</summary>
internal static class PowersOfTen
{
    private static readonly ulong[] Small = CreateSmall();
    private static readonly UInt128[] Large = CreateLarge();

    /// <summary>10^power for 0 to 19.</summary>
    public static ulong UInt64(int power) => Small[power];

    /// <summary>10^power for 0 to 38.</summary>
    public static UInt128 UInt128(int power) => Large[power];

    /// <summary>Decimal digits of a value; 1 for zero.</summary>
    public static int CountDigits(ulong value)
    {
        // 1233/4096 is near enough to log10(2): up to 128 bits the estimate is exact or one too small.
        var estimate = ((BitOperations.Log2(value) + 1) * 1233) >> 12;
        return estimate < 20 && value >= Small[estimate] ? estimate + 1 : Math.Max(estimate, 1);
    }

    /// <summary>Decimal digits of a value; 1 for zero.</summary>
    public static int CountDigits(UInt128 value)
    {
        var high = (ulong)(value >> 64);
        if (high == 0)
        {
            return CountDigits((ulong)value);
        }

        var estimate = ((BitOperations.Log2(high) + 65) * 1233) >> 12;
        return estimate <= 38 && value >= Large[estimate] ? estimate + 1 : estimate;
    }

    private static ulong[] CreateSmall()
    {
        var powers = new ulong[20];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }

    private static UInt128[] CreateLarge()
    {
        var powers = new UInt128[39];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
