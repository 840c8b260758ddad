using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.Codecs.Times;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Tests.Storage;

/// <summary>Every codec gives back what it was given, and where it says so, DynamoDB's order of the written values is the order of the values.</summary>
public sealed class CodecTests
{
    private const int Seed = 20261123;
    private const int Rounds = 300;

    [Fact]
    public void Strings_are_S()
        => Check(
            StringCodec.Instance, AttributeType.String, StringComparer.Ordinal, ["", "a", "b", "ab", "é", "Ω", "\u00ff", "zz"], random => RandomAscii(random));

    [Fact]
    public void Strings_are_ordered_by_their_utf8_bytes()
    {
        // UTF-16 would put the surrogates of U+1F600 before U+FFFD.
        var smiley = StringCodec.Instance.ToAttributeValue("\U0001F600");
        var replacement = StringCodec.Instance.ToAttributeValue("\uFFFD");

        smiley.Span.CompareValue(replacement.Span).ShouldBe(1);
    }

    [Fact]
    public void Bytes_are_N()
        => Check<byte>(IntegerCodec<byte>.Instance, AttributeType.Number, null, [byte.MinValue, byte.MaxValue], random => (byte)random.Next());

    [Fact]
    public void Signed_bytes_are_N()
        => Check<sbyte>(IntegerCodec<sbyte>.Instance, AttributeType.Number, null, [sbyte.MinValue, -1, 0, sbyte.MaxValue], random => (sbyte)random.Next());

    [Fact]
    public void Shorts_are_N()
        => Check<short>(IntegerCodec<short>.Instance, AttributeType.Number, null, [short.MinValue, -1, 0, short.MaxValue], random => (short)random.Next());

    [Fact]
    public void Unsigned_shorts_are_N()
        => Check<ushort>(IntegerCodec<ushort>.Instance, AttributeType.Number, null, [ushort.MinValue, ushort.MaxValue], random => (ushort)random.Next());

    [Fact]
    public void Ints_are_N()
        => Check<int>(
            IntegerCodec<int>.Instance, AttributeType.Number, null, [int.MinValue, -1, 0, 1, int.MaxValue], random => random.Next() - (int.MaxValue / 2));

    [Fact]
    public void Unsigned_ints_are_N()
        => Check<uint>(IntegerCodec<uint>.Instance, AttributeType.Number, null, [uint.MinValue, uint.MaxValue], random => (uint)random.NextInt64());

    [Fact]
    public void Longs_are_N()
        => Check<long>(
            IntegerCodec<long>.Instance,
            AttributeType.Number,
            null,
            [long.MinValue, -1, 0, 1, long.MaxValue],
            random => random.NextInt64(long.MinValue, long.MaxValue));

    [Fact]
    public void Unsigned_longs_are_N()
        => Check<ulong>(
            UInt64Codec.Instance,
            AttributeType.Number,
            null,
            [ulong.MinValue, long.MaxValue, (ulong)long.MaxValue + 1, ulong.MaxValue],
            random => (ulong)random.NextInt64() * 2);

    [Fact]
    public void Decimals_are_N()
        => Check(
            DecimalCodec.Instance,
            AttributeType.Number,
            null,
            [decimal.MinValue, decimal.MaxValue, 0m, 1.10m, -0.0000000000000000000000000001m, 79228162514264337593543950335m],
            random => (random.NextInt64() - (long.MaxValue / 2)) / (decimal)Math.Pow(10, random.Next(0, 15)));

    [Fact]
    public void Doubles_are_N()
        => Check(
            DoubleCodec.Instance,
            AttributeType.Number,
            null,
            [0, 0.1, -0.1, 1d / 3, 1e125, -1e125, 1e-129, Math.PI],
            random => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-100, 100)));

    [Fact]
    public void Floats_are_N_in_their_own_shortest_text()
    {
        Check(
            SingleCodec.Instance,
            AttributeType.Number,
            null,
            [0, 0.1f, -0.1f, 1f / 3, float.MaxValue, float.MinValue, float.Epsilon, 16777217f],
            random => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-35, 35))));
        SingleCodec.Instance.ToAttributeValue(0.1f).GetNumber().ToString().ShouldBe("0.1");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e126)]
    [InlineData(1e-131)]
    public void Doubles_that_are_no_DynamoDB_numbers_are_refused(double value)
        => Should.Throw<Exception>(() => DoubleCodec.Instance.ToAttributeValue(value));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Floats_that_are_no_numbers_are_refused(float value)
        => Should.Throw<ArgumentException>(() => SingleCodec.Instance.ToAttributeValue(value));

    [Fact]
    public void Byte_arrays_are_B_ordered_by_unsigned_bytes()
        => Check(
            BinaryCodec.Instance,
            AttributeType.Binary,
            Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)),
            [[], [0], [127], [128], [255], [1, 2]],
            random =>
            {
                var bytes = new byte[random.Next(0, 8)];
                random.NextBytes(bytes);
                return bytes;
            });

    [Fact]
    public void Guids_are_S_in_their_own_order()
        => Check(GuidCodec.Instance, AttributeType.String, null, [Guid.Empty, Guid.AllBitsSet], random =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes);
        });

    [Fact]
    public void Chars_are_S_in_their_own_order()
        => Check(CharCodec.Instance, AttributeType.String, null, ['a', 'Z', '\0', 'é', '\uFFFD', '\uE000'], random => (char)random.Next(0, 0xD800));

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
        => Should.Throw<ArgumentException>(() => CharCodec.Instance.ToAttributeValue('\uD83D')).Message.ShouldStartWith("U+D83D is half of a surrogate pair");

    [Fact]
    public void Utc_times_are_S_in_their_own_order()
        => Check(
            DateTimeCodec.Instance,
            AttributeType.String,
            null,
            [
                DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
                DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
                new(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc),
            ],
            random => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc));

    [Fact]
    public void Unspecified_times_are_S_in_their_own_order()
        => Check(
            DateTimeCodec.Instance,
            AttributeType.String,
            null,
            [DateTime.MinValue, DateTime.MaxValue],
            random => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Unspecified));

    [Fact]
    public void A_time_keeps_its_kind_and_a_local_one_becomes_utc()
    {
        var utc = new DateTime(2026, 1, 31, 23, 59, 59, DateTimeKind.Utc);

        RoundTrip(DateTimeCodec.Instance, utc).Kind.ShouldBe(DateTimeKind.Utc);
        RoundTrip(DateTimeCodec.Instance, DateTime.SpecifyKind(utc, DateTimeKind.Unspecified)).Kind.ShouldBe(DateTimeKind.Unspecified);
        RoundTrip(DateTimeCodec.Instance, utc.ToLocalTime()).ShouldBe(utc);
        DateTimeCodec.Instance.ToAttributeValue(utc).GetString().ShouldBe("2026-01-31T23:59:59.0000000Z");
    }

    [Fact]
    public void A_time_written_by_others_is_read()
    {
        DateTimeCodec.Instance.Read(AttributeValue.FromString("2026-01-31T23:59:59Z").Span).ShouldBe(new DateTime(2026, 1, 31, 23, 59, 59, DateTimeKind.Utc));
        DateTimeOffsetCodec.Instance.Read(AttributeValue.FromString("2026-02-01T01:59:59+02:00").Span)
            .ShouldBe(new DateTimeOffset(2026, 1, 31, 23, 59, 59, TimeSpan.Zero));
    }

    [Fact]
    public void Instants_are_S_in_their_own_order_whatever_their_offset()
        => Check(
            DateTimeOffsetCodec.Instance,
            AttributeType.String,
            null,
            [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(5))],
            random => new DateTimeOffset(
                random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841))));

    [Fact]
    public void An_offset_is_kept_after_the_instant()
    {
        var instant = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(5.5));

        DateTimeOffsetCodec.Instance.ToAttributeValue(instant).GetString().ShouldBe("2026-01-31T06:30:00.0000000Z+05:30");
        RoundTrip(DateTimeOffsetCodec.Instance, instant).EqualsExact(instant).ShouldBeTrue();
        RoundTrip(DateTimeOffsetCodec.Instance, instant.ToOffset(TimeSpan.FromMinutes(-1))).Offset.ShouldBe(TimeSpan.FromMinutes(-1));
        RoundTrip(DateTimeOffsetCodec.Instance, instant.ToUniversalTime()).Offset.ShouldBe(TimeSpan.Zero);
        DateTimeOffsetCodec.Instance.Read(AttributeValue.FromString("2026-01-31T12:00:00+05:30").Span).EqualsExact(instant).ShouldBeTrue();
    }

    [Fact]
    public void Equal_values_are_one_key()
    {
        var instant = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(5));
        var time = new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);

        DateTimeOffsetCodec.Key.ToAttributeValue(instant).ShouldBe(DateTimeOffsetCodec.Key.ToAttributeValue(instant.ToUniversalTime()));
        RoundTrip(DateTimeOffsetCodec.Key, instant).Offset.ShouldBe(TimeSpan.Zero);
        DateTimeCodec.Key.ToAttributeValue(DateTime.SpecifyKind(time, DateTimeKind.Unspecified)).ShouldBe(DateTimeCodec.Key.ToAttributeValue(time));
        RoundTrip(DateTimeCodec.Key, DateTime.SpecifyKind(time, DateTimeKind.Unspecified)).Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Dates_are_S_in_their_own_order()
        => Check(
            DateOnlyCodec.Instance,
            AttributeType.String,
            null,
            [DateOnly.MinValue, DateOnly.MaxValue],
            random => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)));

    [Fact]
    public void Times_of_day_are_S_in_their_own_order()
        => Check(
            TimeOnlyCodec.Instance,
            AttributeType.String,
            null,
            [TimeOnly.MinValue, TimeOnly.MaxValue],
            random => new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)));

    [Fact]
    public void Durations_are_seconds_in_N()
    {
        Check(
            TimeSpanCodec.Instance,
            AttributeType.Number,
            null,
            [TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1)],
            random => new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue)));
        TimeSpanCodec.Instance.ToAttributeValue(TimeSpan.FromMinutes(1.5)).GetNumber().ToString().ShouldBe("90");
    }

    [Fact]
    public void Booleans_are_BOOL_without_order()
    {
        RoundTrip(BooleanCodec.Instance, value: true).ShouldBeTrue();
        RoundTrip(BooleanCodec.Instance, value: false).ShouldBeFalse();
        BooleanCodec.Instance.IsOrderPreserving.ShouldBeFalse();
    }

    [Fact]
    public void Times_of_expiry_are_whole_epoch_seconds()
    {
        var time = new DateTimeOffset(2026, 1, 31, 12, 0, 0, 999, TimeSpan.Zero);

        EpochSecondsDateTimeOffsetCodec.Instance.ToAttributeValue(time).GetNumber().ToInt64().ShouldBe(time.ToUnixTimeSeconds());
        RoundTrip(EpochSecondsDateTimeOffsetCodec.Instance, time).ShouldBe(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        RoundTrip(EpochSecondsDateTimeCodec.Instance, time.UtcDateTime).ShouldBe(new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc));
        RoundTrip(EpochSecondsDateTimeCodec.Instance, time.LocalDateTime).ShouldBe(new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc));
        RoundTrip(EpochSecondsDateTimeCodec.Instance, DateTime.SpecifyKind(time.DateTime, DateTimeKind.Unspecified)).ShouldBe(
            new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void A_number_that_does_not_fit_the_property_fails_loudly()
    {
        Should.Throw<OverflowException>(() => IntegerCodec<byte>.Instance.Read(AttributeValue.FromNumber(256).Span));
        Should.Throw<OverflowException>(() => IntegerCodec<int>.Instance.Read(AttributeValue.FromNumber(DynamoNumber.Parse("1.5")).Span));
        Should.Throw<OverflowException>(() => UInt64Codec.Instance.Read(AttributeValue.FromNumber(-1).Span));
    }

    [Fact]
    public void A_value_of_another_attribute_type_fails_loudly()
        => Should.Throw<InvalidOperationException>(() => IntegerCodec<int>.Instance.Read(AttributeValue.FromString("1").Span));

    private static T RoundTrip<T>(AttributeValueCodec<T> codec, T value) => codec.Read(codec.ToAttributeValue(value).Span);

    private static void Check<T>(AttributeValueCodec<T> codec, AttributeType type, IComparer<T>? comparer, T[] corners, Func<Random, T> create)
    {
        codec.AttributeType.ShouldBe(type);
        codec.IsOrderPreserving.ShouldBeTrue();
        var random = new Random(Seed);
        T[] values = [.. corners, .. Enumerable.Range(0, Rounds).Select(_ => create(random))];
        comparer ??= Comparer<T>.Default;
        foreach (var value in values)
        {
            var written = codec.ToAttributeValue(value);
            written.Type.ShouldBe(type);
            comparer.Compare(codec.Read(written.Span), value).ShouldBe(0, $"{value} came back as {codec.Read(written.Span)}");
            codec.ReadBoxed(written.Span).ShouldBe(codec.Read(written.Span));
        }

        for (var i = 0; i < Rounds * 3; i++)
        {
            var left = values[random.Next(values.Length)];
            var right = values[random.Next(values.Length)];
            var order = codec.ToAttributeValue(left).Span.CompareValue(codec.ToAttributeValue(right).Span);
            Math.Sign(order.ShouldNotBeNull()).ShouldBe(Math.Sign(comparer.Compare(left, right)), $"{left} against {right}");
        }
    }

    private static string RandomAscii(Random random)
        => string.Create(random.Next(0, 12), random, static (chars, random) =>
        {
            foreach (ref var c in chars)
            {
                c = (char)random.Next(' ', '\u007f');
            }
        });
}
