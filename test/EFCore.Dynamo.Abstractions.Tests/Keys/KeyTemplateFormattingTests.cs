using System.Text;
using EFCore.Dynamo.Keys;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Keys;

public sealed class KeyTemplateFormattingTests
{
    private static readonly DateTime Day = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void Values_are_written_with_their_formats()
    {
        Typed("ORDER#{At:O}#{Id:D10}", typeof(DateTime), typeof(int)).Format(Day, 42).ShouldBe("ORDER#2026-01-02T03:04:05.0000000Z#0000000042");
        KeyTemplate.Parse("{A}#{B}").Format(1.5m, true).ShouldBe("1.5#True");
        KeyTemplate.Parse("{A}").Format(DayOfWeek.Friday).ShouldBe("Friday");
        KeyTemplate.Parse("PROFILE").Format().ShouldBe("PROFILE");
    }

    [Fact]
    public void Instants_are_written_in_utc()
    {
        var template = KeyTemplate.Parse("{At:O}");

        template.Format(new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2))).ShouldBe("2026-01-02T03:04:05.0000000+00:00");
        template.Format(Day.ToLocalTime()).ShouldBe(template.Format(Day));
    }

    [Fact]
    public void Long_keys_outgrow_the_stack()
    {
        var name = new string('x', 5000);
        KeyTemplate.Parse("A#{Name}#{Id}").Format(name, 7).ShouldBe($"A#{name}#7");
        KeyTemplate.Parse("A#{Name}{Id:D250}").Format(new string('x', 200), 7).ShouldBe($"A#{new string('x', 200)}{7:D250}");
    }

    [Fact]
    public void Utf8_is_written_or_does_not_fit()
    {
        var template = KeyTemplate.Parse("ä#{Name}");
        var buffer = new byte[16];

        template.TryFormat(buffer, out var written, "ö").ShouldBeTrue();
        Encoding.UTF8.GetString(buffer, 0, written).ShouldBe("ä#ö");
        template.TryFormat(new byte[3], out written, "ö").ShouldBeFalse();
        written.ShouldBe(0);
    }

    [Fact]
    public void Missing_and_empty_values_are_named()
    {
        var template = KeyTemplate.Parse("A#{Name}");

        Should.Throw<KeyTemplateException>(() => template.Format([null])).Message.ShouldBe(
            "'Name' is null, but it is part of a key ({Name}); give it a value before saving or querying.");
        Should.Throw<KeyTemplateException>(() => template.Format("")).Message.ShouldContain("'Name' is empty");
        Should.Throw<ArgumentException>(() => template.Format()).Message.ShouldContain("1 holes, but 0 values");
        Should.Throw<ArgumentException>(() => template.Format("a", "b")).Message.ShouldContain("2 values");
    }

    [Theory]
    [InlineData("#", "a#b")]
    [InlineData("#", "#")]
    [InlineData("##", "a#")]
    [InlineData("##", "a##b")]
    [InlineData("#-#", "a#-")]
    public void Value_that_contains_the_following_literal_is_refused(string literal, string value)
        => Should.Throw<KeyTemplateException>(() => KeyTemplate.Parse("{A}" + literal + "{B}").Format(value, "x")).Message.ShouldContain(
            "two different values would give one key");

    [Theory]
    [InlineData("#-", "a#")]
    [InlineData("ab", "a")]
    public void Value_that_only_shares_chars_with_the_literal_is_written(string literal, string value)
    {
        var template = KeyTemplate.Parse("{A}" + literal + "{B}");

        template.TryMatch(template.Format(value, "x"), out var texts).ShouldBeTrue();
        texts.ShouldBe([value, "x"]);
    }

    [Fact]
    public void Fixed_width_text_may_contain_the_following_literal()
    {
        var template = Typed("{At:O}-{Id:N}-x", typeof(DateTime), typeof(Guid));
        var id = Guid.Parse("0f8fad5bd9cb469fa16570867728950e");
        var key = template.Format(Day, id);

        template.TryMatch(key, out var texts).ShouldBeTrue();
        texts.ShouldBe(["2026-01-02T03:04:05.0000000Z", "0f8fad5bd9cb469fa16570867728950e"]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000)]
    public void Number_outside_of_its_fixed_width_is_refused(int value)
        => Should.Throw<KeyTemplateException>(() => Typed("A#{Id:D5}", typeof(int)).Format(value)).Message.ShouldContain("0 to 99999");

    [Fact]
    public void Equal_decimals_give_one_key()
        => KeyTemplate.Parse("A#{Price}").Format(1.50m).ShouldBe(KeyTemplate.Parse("A#{Price}").Format(1.5m));

    [Fact]
    public void Value_that_cannot_be_part_of_a_key_can_be_asked_for_without_an_exception()
    {
        var hole = KeyTemplate.Parse("A#{Name}#").Holes[0];
        var writer = new KeyTextWriter(stackalloc char[8]);
        writer.AppendLiteral("A#");

        writer.TryAppendHole<string?>(hole, null).ShouldBeFalse();
        writer.TryAppendHole(hole, "").ShouldBeFalse();
        writer.TryAppendHole(hole, "very#long").ShouldBeFalse();
        writer.Text.ToString().ShouldBe("A#");
        writer.TryAppendHole(hole, "n").ShouldBeTrue();
        writer.Text.ToString().ShouldBe("A#n");
        writer.Dispose();
    }

    [Fact]
    public void Type_without_text_and_format_that_does_not_fit_are_named()
    {
        Should.Throw<KeyTemplateException>(() => KeyTemplate.Parse("A#{Data}").Format(new byte[3])).Message.ShouldContain("Byte[]");
        Should.Throw<KeyTemplateException>(() => KeyTemplate.Parse("A#{Id:Q}").Format(Guid.Empty)).Message.ShouldContain("{Id:Q}");
    }

    [Fact]
    public void Noncharacter_that_bounds_ranges_is_refused()
        => Should.Throw<KeyTemplateException>(() => KeyTemplate.Parse("A#{Name}").Format("\U0010FFFF")).Message.ShouldContain("U+10FFFF");

    [Fact]
    public void Prefix_holds_the_bound_holes_and_the_literal_behind_them()
    {
        var template = Typed("A#{Id}#{At:O}{Name}", typeof(int), typeof(DateTime), typeof(string));

        template.FormatPrefix().ShouldBe(new KeyPrefix("A#", false, true));
        template.FormatPrefix(7).ShouldBe(new KeyPrefix("A#7#", false, true));
        template.FormatPrefix(7, Day).ShouldBe(new KeyPrefix("A#7#2026-01-02T03:04:05.0000000Z", false, true));
        template.FormatPrefix(7, Day, "n").IsComplete.ShouldBeTrue();
        KeyTemplate.Parse("{A}{B}").FormatPrefix("x").IsExact.ShouldBeFalse();
        KeyTemplate.Parse("PROFILE").FormatPrefix().ShouldBe(new KeyPrefix("PROFILE", true, true));
    }

    [Fact]
    public void Key_of_another_form_does_not_match()
    {
        var template = Typed("ORDER#{At:yyyy-MM-dd}#{Name}!", typeof(DateOnly), typeof(string));

        template.TryMatch("ORDER#2026-01-02#n!", out var texts).ShouldBeTrue();
        texts.ShouldBe(["2026-01-02", "n"]);
        foreach (var key in new[] { "", "ORDER#", "ORDER#2026-01-0", "ORDER#2026-01-02", "ORDER#2026-01-02#!", "ORDER#2026-01-02#n", "ORDER#2026-01-02#n!!", "order#2026-01-02#n!" })
        {
            template.TryMatch(key, out texts).ShouldBeFalse(key);
            texts.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Holes_side_by_side_are_ambiguous_unless_the_first_has_a_fixed_width()
    {
        var ambiguous = KeyTemplate.Parse("A#{X}{Y}");

        ambiguous.FindAmbiguity().ShouldNotBeNull().ShouldContain("nothing separates {X} from {Y}");
        Should.Throw<KeyTemplateException>(() => ambiguous.TryMatch("A#xy", out _));
        Typed("A#{X:D5}{Y}", typeof(int), typeof(string)).FindAmbiguity().ShouldBeNull();
    }

    [Theory]
    [InlineData("ORDER#{Id}", "CUSTOMER#{Id}", true)]
    [InlineData("ORDER#{Id}", "ORDER", true)]
    [InlineData("ORDER#{Id}", "ORDER#1", false)]
    [InlineData("ORDER#{Id}", "ORDER#LINE#{Id}", false)]
    [InlineData("{Id}", "ORDER#{Id}", false)]
    [InlineData("PROFILE", "PROFILE", false)]
    [InlineData("PROFILE", "SETTINGS", true)]
    [InlineData("A#{X}#{Y}", "A#x", true)]
    public void Disjoint_templates_are_told_by_their_literals(string left, string right, bool expected)
    {
        KeyTemplate.Parse(left).IsDisjointFrom(KeyTemplate.Parse(right)).ShouldBe(expected);
        KeyTemplate.Parse(right).IsDisjointFrom(KeyTemplate.Parse(left)).ShouldBe(expected);
    }

    internal static KeyTemplate Typed(string text, params Type[] types)
    {
        var next = 0;
        return KeyTemplate.Parse(text).WithTypes(_ => types[next++]);
    }
}
