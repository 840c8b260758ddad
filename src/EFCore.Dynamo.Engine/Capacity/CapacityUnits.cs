namespace EFCore.Dynamo.Engine.Capacity;

/// <summary>The service's arithmetic: bytes to units.</summary>
/// <remarks>
///     Documented at <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">DynamoDB read and write
///     operations</see>. A missing item costs as much as the smallest one.
/// </remarks>
internal static class CapacityUnits
{
    private const long ReadUnitBytes = 4096;
    private const long WriteUnitBytes = 1024;

    /// <summary>Of one item, or of the summed sizes of a Query or Scan page.</summary>
    public static double Read(long sizeBytes, ReadMode mode)
    {
        var units = Math.Max(1, (sizeBytes + ReadUnitBytes - 1) / ReadUnitBytes);
        return mode switch
        {
            ReadMode.Eventual => units / 2.0,
            ReadMode.Strong => units,
            _ => units * 2.0,
        };
    }

    /// <summary>Of one item, or of one index entry.</summary>
    public static double Write(long sizeBytes, bool isTransactional)
    {
        var units = Math.Max(1, (sizeBytes + WriteUnitBytes - 1) / WriteUnitBytes);
        return isTransactional ? units * 2.0 : units;
    }
}
