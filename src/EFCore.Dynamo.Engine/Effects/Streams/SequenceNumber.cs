using System.Globalization;
using System.Numerics;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>Sequence numbers: counters inside, 21 digits outside, as the service prints them.</summary>
internal static class SequenceNumber
{
    private static readonly BigInteger Base = BigInteger.Pow(10, 20);

    public static string Format(ulong number) => "1" + number.ToString("D20", CultureInfo.InvariantCulture);

    /// <summary>False where the text is no number. A number that no stream of this engine has is taken as the nearest one that it could have.</summary>
    public static bool TryParse(string text, out ulong number)
    {
        number = 0;
        if (!BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        value -= Base;
        number = value.Sign < 0 ? 0 : value > ulong.MaxValue ? ulong.MaxValue : (ulong)value;
        return true;
    }
}
