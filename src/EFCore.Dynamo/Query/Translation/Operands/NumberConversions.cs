namespace EFCore.Dynamo.Query.Translation.Operands;

/// <summary>Which casts the service need not know of: DynamoDB has one kind of number, and compares by value.</summary>
internal static class NumberConversions
{
    /// <summary>
    ///     Whether a cast leaves each stored value as it is. <c>(int)x.Price</c> cuts, and <c>(byte)x.Count</c> wraps around, so those run on the client.
    /// </summary>
    public static bool KeepsValue(Type from, Type to)
    {
        from = Unwrap(from);
        to = Unwrap(to);
        if (from == to || !from.IsValueType || !to.IsValueType)
        {
            return true;
        }

        // 0.1f is stored as 0.1, and is another number as a double.
        if (IsFraction(from))
        {
            return false;
        }

        return FindRange(from) is not { } source || FindRange(to) is not { } target || (source.Min >= target.Min && source.Max <= target.Max);
    }

    private static Type Unwrap(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? Enum.GetUnderlyingType(type) : type;
    }

    private static bool IsFraction(Type type)
        => type == typeof(double) || type == typeof(float) || type == typeof(decimal);

    private static (Int128 Min, Int128 Max)? FindRange(Type type)
        => Type.GetTypeCode(type) switch
        {
            TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
            TypeCode.Byte => (byte.MinValue, byte.MaxValue),
            TypeCode.Int16 => (short.MinValue, short.MaxValue),
            TypeCode.UInt16 or TypeCode.Char => (ushort.MinValue, ushort.MaxValue),
            TypeCode.Int32 => (int.MinValue, int.MaxValue),
            TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
            TypeCode.Int64 => (long.MinValue, long.MaxValue),
            TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
            _ => null,
        };
}
