namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>The value just above or below another, for types that have one.</summary>
/// <remarks>BETWEEN includes both ends. <c>x &lt; 10</c> is <c>x &lt;= 9</c> for an integer, and the same holds for the ticks of a time.</remarks>
internal static class NeighboringValue
{
    /// <summary>Whether values of the type have neighbors.</summary>
    public static bool IsDefinedFor(Type type)
        => !type.IsEnum && (Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 || type == typeof(DateTime) || type == typeof(DateTimeOffset)
            || type == typeof(DateOnly) || type == typeof(TimeOnly));

    /// <summary>The neighbor; null where the value is the last of its type, so that nothing is beyond it.</summary>
    /// <param name="value">Of a type that <see cref="IsDefinedFor" />.</param>
    /// <param name="step">1 for the value above, −1 for the one below.</param>
    public static object? Find(object value, int step)
        => value switch
        {
            sbyte v => step > 0 ? v == sbyte.MaxValue ? null : (sbyte)(v + 1) : v == sbyte.MinValue ? null : (sbyte)(v - 1),
            byte v => step > 0 ? v == byte.MaxValue ? null : (byte)(v + 1) : v == byte.MinValue ? null : (byte)(v - 1),
            short v => step > 0 ? v == short.MaxValue ? null : (short)(v + 1) : v == short.MinValue ? null : (short)(v - 1),
            ushort v => step > 0 ? v == ushort.MaxValue ? null : (ushort)(v + 1) : v == ushort.MinValue ? null : (ushort)(v - 1),
            int v => step > 0 ? v == int.MaxValue ? null : v + 1 : v == int.MinValue ? null : v - 1,
            uint v => step > 0 ? v == uint.MaxValue ? null : v + 1 : v == uint.MinValue ? null : v - 1,
            long v => step > 0 ? v == long.MaxValue ? null : v + 1 : v == long.MinValue ? null : v - 1,
            ulong v => step > 0 ? v == ulong.MaxValue ? null : v + 1 : v == ulong.MinValue ? null : v - 1,
            DateTime v => step > 0 ? v.Ticks == DateTime.MaxValue.Ticks ? null : v.AddTicks(1) : v.Ticks == 0 ? null : v.AddTicks(-1),
            DateTimeOffset v => step > 0
                ? v.UtcTicks == DateTimeOffset.MaxValue.UtcTicks ? null : v.ToUniversalTime().AddTicks(1)
                : v.UtcTicks == 0 ? null : v.ToUniversalTime().AddTicks(-1),
            DateOnly v => step > 0 ? v == DateOnly.MaxValue ? null : v.AddDays(1) : v == DateOnly.MinValue ? null : v.AddDays(-1),
            TimeOnly v => step > 0 ? v == TimeOnly.MaxValue ? null : new TimeOnly(v.Ticks + 1) : v == TimeOnly.MinValue ? null : new TimeOnly(v.Ticks - 1),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
