using System.Globalization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>The numbers of an application that counts for itself, above those that the tests give their entities.</summary>
internal sealed class CountingValueGenerator(Type numberType) : ValueGenerator
{
    // 16 bits hold what a run of all tests counts.
    private const int FirstNumber = 10_000;

    private static int _bytes;
    private static int _shorts = FirstNumber;
    private static int _numbers = FirstNumber;

    /// <inheritdoc />
    public override bool GeneratesTemporaryValues => false;

    /// <inheritdoc />
    protected override object NextValue(EntityEntry entry)
    {
        var number = Type.GetTypeCode(numberType) switch
        {
            TypeCode.Byte or TypeCode.SByte => Interlocked.Increment(ref _bytes) % sbyte.MaxValue,
            TypeCode.Int16 or TypeCode.UInt16 => Interlocked.Increment(ref _shorts) % short.MaxValue,
            _ => Interlocked.Increment(ref _numbers),
        };
        return Convert.ChangeType(number, numberType, CultureInfo.InvariantCulture);
    }
}
