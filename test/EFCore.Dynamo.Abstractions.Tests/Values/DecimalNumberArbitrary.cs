using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

/// <summary>Generates numbers of the service: often integers, often neighbours in magnitude, and every extreme.</summary>
public static class DecimalNumberArbitrary
{
    public static Arbitrary<DecimalNumber> Numbers() => Arb.From(
        from digits in Gen.Frequency((4, Gen.Choose(1, 4)), (3, Gen.Choose(15, 22)), (2, Gen.Choose(1, 38)), (1, Gen.Constant(38)))
        from mantissa in Mantissas(digits)
        from negative in Gen.Elements(true, false)
        from leading in Gen.Frequency(
            (4, Gen.Constant(digits - 1)),
            (4, Gen.Choose(-3, 22)),
            (2, Gen.Choose(-130, 125)),
            (1, Gen.Elements(-130, 125)))
        select new DecimalNumber(negative ? -mantissa : mantissa, leading - digits + 1));

    private static Gen<BigInteger> Mantissas(int digits)
    {
        var text =
            from first in Gen.Choose(1, 9)
            from rest in Gen.Frequency((3, Gen.Choose(0, 9)), (1, Gen.Constant(0)), (1, Gen.Constant(9))).ArrayOf(digits - 1)
            select BigInteger.Parse(string.Concat(rest.Prepend(first)));
        var edges = Gen.Elements(BigInteger.Pow(10, digits - 1), BigInteger.Pow(10, digits) - 1);
        return Gen.Frequency((8, text), (1, edges), (digits == 20 ? 4 : 0, Gen.Elements(new BigInteger(ulong.MaxValue), new BigInteger(ulong.MaxValue) + 1)));
    }
}
