namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>The few values of each type that samples have and conditions compare with: few, so that they meet; with the ends of the type among them.</summary>
internal static class ValuePool
{
    private static readonly DateTime Noon = new(2026, 3, 29, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime[] Instants = [Noon, Noon.AddHours(1), Noon.AddHours(-1), Noon.AddHours(2), Noon.AddMilliseconds(500), Noon.AddTicks(1)];

    private static readonly Dictionary<Type, object[]> Values = new()
    {
        [typeof(bool)] = [true, false],
        [typeof(byte)] = [(byte)0, (byte)1, (byte)200, byte.MaxValue],
        [typeof(short)] = [(short)0, (short)1, (short)-5, short.MaxValue, short.MinValue],
        [typeof(int)] = [0, 1, 2, -5, 200, 300, 70_000, int.MaxValue, int.MinValue],
        [typeof(long)] = [0L, 1L, 300L, -5L, 1L << 40, long.MaxValue, long.MinValue],
        [typeof(ulong)] = [0UL, 1UL, 300UL, ulong.MaxValue],
        [typeof(double)] =
        [
            0.0, 1.0, 0.1, -2.5, 1e20, 1e-20, 300.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon,
        ],
        [typeof(decimal)] = [0m, 1.00m, 0.1m, -2.5m, decimal.MaxValue, decimal.MinValue, 300m],
        [typeof(Level)] = [Level.None, Level.Low, Level.High, (Level)77],
        [typeof(char)] = ['a', 'B', '\u00E9', '\uFFFD', '\uD83D'],
        [typeof(Guid)] = [Guid.Empty, new Guid("11111111-2222-3333-4444-555555555555"), new Guid("AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE")],
        [typeof(DateTime)] =
        [
            .. Instants.SelectMany(t => new object[] { t, DateTime.SpecifyKind(t, DateTimeKind.Unspecified), DateTime.SpecifyKind(t, DateTimeKind.Local) }),
            DateTime.MinValue, DateTime.MaxValue, DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        ],
        [typeof(DateTimeOffset)] =
        [
            .. Instants.SelectMany(t => new[] { 0, 330, -210, 840, -840 }.Select(m => (object)new DateTimeOffset(t).ToOffset(TimeSpan.FromMinutes(m)))),
            DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        ],
        [typeof(DateOnly)] = [new DateOnly(2026, 3, 29), new DateOnly(2026, 3, 30), DateOnly.MinValue, DateOnly.MaxValue],
        [typeof(TimeOnly)] = [new TimeOnly(12, 0), new TimeOnly(12, 0, 0, 500), TimeOnly.MinValue, TimeOnly.MaxValue],
        [typeof(TimeSpan)] = [TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromTicks(-1), TimeSpan.MaxValue, TimeSpan.MinValue],
        [typeof(string)] = ["", "a", "ab", "b", "A", "note a", "\u00E9", "\U0001F600", "\uFF21", "Low", "x"],
        [typeof(byte[])] = [Array.Empty<byte>(), new byte[] { 1 }, new byte[] { 1, 255 }, new byte[] { 0 }],
        [typeof(Code)] = [new Code(0), new Code(1), new Code(7)],
    };

    /// <summary>All values of a type, which may be nullable: null is not among them.</summary>
    public static object[] Of(Type type)
        => Values[Nullable.GetUnderlyingType(type) ?? type];

    /// <summary>One of them.</summary>
    public static object Pick(Type type, Random random)
    {
        var values = Of(type);
        return values[random.Next(values.Length)];
    }
}
