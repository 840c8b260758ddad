using System.Text;
using EFCore.Dynamo.Keys;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Keys;

public sealed class KeyTemplateOrderTests
{
    [Theory]
    [InlineData(typeof(DateTime), "O", KeyOrder.Strict, 27)]
    [InlineData(typeof(DateTime?), "o", KeyOrder.Strict, 27)]
    [InlineData(typeof(DateTimeOffset), "O", KeyOrder.Strict, 33)]
    [InlineData(typeof(DateOnly), "O", KeyOrder.Strict, 10)]
    [InlineData(typeof(TimeOnly), "O", KeyOrder.Strict, 16)]
    [InlineData(typeof(DateTime), "s", KeyOrder.Weak, 19)]
    [InlineData(typeof(DateTime), "u", KeyOrder.Weak, 20)]
    [InlineData(typeof(DateTime), "yyyy-MM", KeyOrder.Weak, 7)]
    [InlineData(typeof(DateTime), "yyyyMMddHHmmssfffffff", KeyOrder.Strict, 21)]
    [InlineData(typeof(DateTime), "yyyy-MM-ddTHH:mm:ss.fffffffZ", KeyOrder.Strict, 28)]
    [InlineData(typeof(DateOnly), "yyyyMMdd", KeyOrder.Strict, 8)]
    [InlineData(typeof(DateOnly), "yyyy", KeyOrder.Weak, 4)]
    [InlineData(typeof(TimeOnly), "HH:mm", KeyOrder.Weak, 5)]
    [InlineData(typeof(DateTime), "", KeyOrder.None, 0)]
    [InlineData(typeof(DateTime), "dd.MM.yyyy", KeyOrder.None, 0)]
    [InlineData(typeof(DateTime), "yyyy-M-d", KeyOrder.None, 0)]
    [InlineData(typeof(DateTime), "yyyy-MM-dd hh:mm", KeyOrder.None, 0)]
    [InlineData(typeof(DateTime), "yyyy-MMM", KeyOrder.None, 0)]
    [InlineData(typeof(Guid), null, KeyOrder.Strict, 36)]
    [InlineData(typeof(Guid), "N", KeyOrder.Strict, 32)]
    [InlineData(typeof(Guid), "B", KeyOrder.None, 0)]
    [InlineData(typeof(int), "D10", KeyOrder.Strict, 10)]
    [InlineData(typeof(ulong), "D20", KeyOrder.Strict, 20)]
    [InlineData(typeof(long), "00000000", KeyOrder.Strict, 8)]
    [InlineData(typeof(int), null, KeyOrder.None, 0)]
    [InlineData(typeof(int), "D", KeyOrder.None, 0)]
    [InlineData(typeof(int), "N0", KeyOrder.None, 0)]
    [InlineData(typeof(DayOfWeek), null, KeyOrder.None, 0)]
    [InlineData(typeof(decimal), "0000.00", KeyOrder.None, 0)]
    [InlineData(typeof(bool), null, KeyOrder.None, 0)]
    public void Shape_follows_from_type_and_format(Type type, string? format, KeyOrder order, int width)
    {
        var shape = KeyHoleShape.Of(type, format);

        shape.Order.ShouldBe(order);
        shape.Width.ShouldBe(width);
    }

    [Theory]
    [InlineData(typeof(string), null, true)]
    [InlineData(typeof(int), null, true)]
    [InlineData(typeof(DayOfWeek), null, true)]
    [InlineData(typeof(DateTime), "O", true)]
    [InlineData(typeof(DateTime), "", false)]
    [InlineData(typeof(DateTime), "yyyy-MM", false)]
    [InlineData(typeof(decimal), "F2", false)]
    [InlineData(typeof(TimeOnly), null, false)]
    public void Equal_texts_mean_equal_values_only_where_nothing_is_lost(Type type, string? format, bool expected)
        => KeyHoleShape.Of(type, format).IsInjective.ShouldBe(expected);

    [Fact]
    public void String_sorts_like_its_value_only_at_the_end_of_the_key()
    {
        KeyTemplateFormattingTests.Typed("A#{N}", typeof(string)).Holes[0].Order.ShouldBe(KeyOrder.Strict);
        KeyTemplateFormattingTests.Typed("A#{N}#", typeof(string)).Holes[0].Order.ShouldBe(KeyOrder.None);
        KeyTemplateFormattingTests.Typed("A#{N}#{I}", typeof(string), typeof(int)).Holes[0].Order.ShouldBe(KeyOrder.None);
        KeyTemplate.Parse("A#{N}").Holes[0].Order.ShouldBe(KeyOrder.None);
    }

    [Property]
    public void Fixed_width_integers_keep_their_order(NonNegativeInt x, NonNegativeInt y)
        => KeepsOrder("A#{I:D10}#{S}", x.Get, y.Get, typeof(int));

    [Property]
    public void Round_trip_dates_keep_their_order(DateTime x, DateTime y)
        => KeepsOrder("A#{I:O}#{S}", Utc(x), Utc(y), typeof(DateTime));

    [Property]
    public void Instants_keep_their_order(DateTime x, DateTime y, byte xHours, byte yHours)
        => KeepsOrder("A#{I:O}#{S}", Instant(x, xHours), Instant(y, yHours), typeof(DateTimeOffset));

    [Property]
    public void Guids_keep_their_order(Guid x, Guid y)
    {
        KeepsOrder("A#{I}#{S}", x, y, typeof(Guid));
        KeepsOrder("A#{I:N}#{S}", x, y, typeof(Guid));
    }

    [Property]
    public void Strings_at_the_end_keep_the_order_of_their_bytes(NonEmptyString x, NonEmptyString y)
    {
        var template = KeyTemplateFormattingTests.Typed("A#{S}", typeof(string));

        Math.Sign(Compare(template.Format(x.Get), template.Format(y.Get))).ShouldBe(Math.Sign(Compare(x.Get, y.Get)));
    }

    [Property]
    public void Weakly_ordered_dates_are_never_turned_around(DateTime x, DateTime y)
    {
        var template = KeyTemplateFormattingTests.Typed("A#{I:yyyy-MM-dd}#{S}", typeof(DateTime), typeof(string));
        var (low, high) = x <= y ? (x, y) : (y, x);

        Compare(template.Format(low, "a"), template.Format(high, "a")).ShouldBeLessThanOrEqualTo(0);
    }

    [Property]
    public void What_was_formatted_matches_and_gives_its_texts_back(NonEmptyString name, int id, Guid guid, NonEmptyString tail)
    {
        var template = KeyTemplateFormattingTests.Typed("{{N#{Name}#:{Id}{Guid}{Tail}", typeof(string), typeof(string), typeof(Guid), typeof(string))
            .WithTypes(path => path is "Id" ? typeof(uint) : null);
        var separated = KeyTemplateFormattingTests.Typed("N#{Name}#:{Id}:{Guid:N}{Tail}", typeof(string), typeof(int), typeof(Guid), typeof(string));
        template.FindAmbiguity().ShouldNotBeNull();
        if ((name.Get + "#").Contains("#:") || name.Get.Contains("#:"))
        {
            Should.Throw<KeyTemplateException>(() => separated.Format(name.Get, id, guid, tail.Get));
            return;
        }

        var key = separated.Format(name.Get, id, guid, tail.Get);

        separated.TryMatch(key, out var texts).ShouldBeTrue();
        texts.ShouldBe([name.Get, id.ToString(), guid.ToString("N"), tail.Get]);
    }

    [Property]
    public void Every_prefix_starts_its_key_and_sorts_before_it(NonEmptyString name, int id, NonEmptyString tail)
    {
        var template = KeyTemplate.Parse("N#{Name}\u0001\u0001#{Id}#{Tail}");
        if (name.Get.Contains('\u0001'))
        {
            return;
        }

        object?[] values = [name.Get, id, tail.Get];
        var key = template.Format(values);
        for (var bound = 0; bound <= values.Length; bound++)
        {
            var prefix = template.FormatPrefix(values.AsSpan(0, bound));
            key.StartsWith(prefix.Text, StringComparison.Ordinal).ShouldBeTrue();
            Compare(prefix.Text, key).ShouldBeLessThanOrEqualTo(0);
            Compare(key, prefix.Text + "\U0010FFFF").ShouldBeLessThan(0);
            prefix.IsComplete.ShouldBe(bound == 3);
        }
    }

    [Property]
    public void Different_values_give_different_keys(NonEmptyString a, NonEmptyString b, NonEmptyString c, NonEmptyString d)
    {
        var template = KeyTemplate.Parse("{A}#{B}");
        if (a.Get.Contains('#') || c.Get.Contains('#'))
        {
            return;
        }

        var areEqual = string.Equals(a.Get, c.Get, StringComparison.Ordinal) && string.Equals(b.Get, d.Get, StringComparison.Ordinal);
        string.Equals(template.Format(a.Get, b.Get), template.Format(c.Get, d.Get), StringComparison.Ordinal).ShouldBe(areEqual);
    }

    private static DateTime Utc(DateTime value) => DateTime.SpecifyKind(value, DateTimeKind.Utc);

    private static DateTimeOffset Instant(DateTime value, byte hours)
        => new(DateTime.SpecifyKind(value.AddDays(value.Year < 5000 ? 1 : -1), DateTimeKind.Unspecified), TimeSpan.FromHours(hours % 14));

    private static void KeepsOrder<T>(string text, T x, T y, Type type)
        where T : IComparable<T>
    {
        var template = KeyTemplateFormattingTests.Typed(text, type, typeof(string));
        template.Holes[0].Order.ShouldBe(KeyOrder.Strict);

        // What follows the hole is chosen against the order: a wrong width would turn it around.
        var (xTail, yTail) = x.CompareTo(y) < 0 ? ("z", "a") : ("a", "z");
        var expected = x.CompareTo(y) == 0 ? Math.Sign(Compare(xTail, yTail)) : Math.Sign(x.CompareTo(y));
        Math.Sign(Compare(template.Format(x, xTail), template.Format(y, yTail))).ShouldBe(expected);
    }

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
