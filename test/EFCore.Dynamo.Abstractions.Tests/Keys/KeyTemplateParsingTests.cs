using System.Linq.Expressions;
using EFCore.Dynamo.Keys;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Keys;

public sealed class KeyTemplateParsingTests
{
    private const string Separator = "#";

    [Theory]
    [InlineData("ORDER#{PlacedAt:O}#{Id:D10}")]
    [InlineData("PROFILE")]
    [InlineData("{Id}")]
    [InlineData("{Id:}")]
    [InlineData("{Address.City}#{Id}")]
    [InlineData("a{{b}}c{Id}")]
    [InlineData("{A:yyyy-MM-dd HH:mm}|{B}")]
    public void String_form_comes_back(string text) => KeyTemplate.Parse(text).ToString().ShouldBe(text);

    [Fact]
    public void Segments_and_holes_are_in_order()
    {
        var template = KeyTemplate.Parse("ORDER#{PlacedAt:O}#{Id}");

        template.Segments.Select(s => s.ToString()).ShouldBe(["ORDER#", "{PlacedAt:O}", "#", "{Id}"]);
        template.Holes.Select(h => (h.Index, h.MemberPath, h.Format)).ShouldBe([(0, "PlacedAt", "O"), (1, "Id", null)]);
        template.LiteralPrefix.ShouldBe("ORDER#");
        template.Holes[0].FollowingLiteral.ShouldBe("#");
        template.Holes[1].IsLast.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a}b", "closes nothing")]
    [InlineData("a{b", "never closed")]
    [InlineData("a{}", "empty hole")]
    [InlineData("a{:O}", "empty hole")]
    [InlineData("{Id,10}", "alignment")]
    [InlineData("{Id,-10:D}", "alignment")]
    [InlineData("{0}", "does not name a property")]
    [InlineData("{A..B}", "does not name a property")]
    [InlineData("{A B}", "does not name a property")]
    [InlineData("{A{B}}", "inside the hole")]
    public void Text_that_is_no_template_says_what_is_wrong(string text, string expected)
        => Should.Throw<KeyTemplateException>(() => KeyTemplate.Parse(text)).Message.ShouldContain(expected);

    [Fact]
    public void Null_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => KeyTemplate.Parse(null!));
        Should.Throw<ArgumentNullException>(() => KeyTemplate.FromExpression(null!));
    }

    [Fact]
    public void Bare_property_is_a_single_property_and_its_interpolation_is_text()
    {
        Read(o => o.Id).IsSingleProperty.ShouldBeTrue();
        Read(o => o.Id).ToString().ShouldBe("{Id}");
        Read(o => $"{o.Id}").IsSingleProperty.ShouldBeFalse();
        Read(o => $"{o.Id}").ToString().ShouldBe("{Id:}");
        Read(o => o.Id.ToString()).ToString().ShouldBe("{Id:}");
    }

    [Fact]
    public void Nested_and_nullable_members_are_paths()
    {
        Read(o => o.Address!.City).ToString().ShouldBe("{Address.City}");
        Read(o => o.ShippedAt!.Value).ToString().ShouldBe("{ShippedAt}");
        Read(o => $"S#{o.ShippedAt!.Value:O}").ToString().ShouldBe("S#{ShippedAt:O}");
    }

    [Fact]
    public void Interpolated_strings_of_all_lengths_are_read()
    {
        Read(o => "PROFILE").ToString().ShouldBe("PROFILE");
        Read(o => $"A#{o.Id}").ToString().ShouldBe("A#{Id}");
        Read(o => $"A#{o.Id}#{o.PlacedAt:O}").ToString().ShouldBe("A#{Id}#{PlacedAt:O}");
        Read(o => $"A#{o.Id}#{o.PlacedAt:O}#{o.Name}").ToString().ShouldBe("A#{Id}#{PlacedAt:O}#{Name}");
        Read(o => $"A#{o.Id}#{o.PlacedAt:O}#{o.Name}#{o.Id:D10}").ToString().ShouldBe("A#{Id}#{PlacedAt:O}#{Name}#{Id:D10}");
        Read(o => $"{o.Name}#{o.Region}").ToString().ShouldBe("{Name}#{Region}");
        Read(o => $"{o.Name}#{o.Region}#{o.Name}#{o.Region}#{o.Name}").ToString().ShouldBe("{Name}#{Region}#{Name}#{Region}#{Name}");
        Read(o => $"{{{o.Id}}}").ToString().ShouldBe("{{{Id}}}");
    }

    [Fact]
    public void Concatenation_formats_and_constants_are_read()
    {
        var prefix = "ORDER";
        Read(o => "A#" + o.Id).ToString().ShouldBe("A#{Id}");
        Read(o => "A#" + o.PlacedAt.ToString("O") + "#" + o.Id.ToString("D10")).ToString().ShouldBe("A#{PlacedAt:O}#{Id:D10}");
        Read(o => prefix + Separator + o.Name).ToString().ShouldBe("ORDER#{Name}");
        Read(o => $"{prefix}{Separator}{o.Id}").ToString().ShouldBe("ORDER#{Id}");
        Read(o => string.Format("A#{0:D5}", o.Id)).ToString().ShouldBe("A#{Id:D5}");
        Read(o => string.Concat("A#", o.Name)).ToString().ShouldBe("A#{Name}");
        Read(o => FormattableString.Invariant($"A#{o.Id:D5}")).ToString().ShouldBe("A#{Id:D5}");
    }

    [Fact]
    public void Types_come_from_the_lambda()
    {
        Read(o => $"A#{o.PlacedAt:O}#{o.Id}").Holes.Select(h => h.ClrType).ShouldBe([typeof(DateTime), typeof(int)]);
        KeyTemplate.Parse("A#{Id:D10}").Holes[0].ClrType.ShouldBeNull();
        KeyTemplate.Parse("A#{Id:D10}").WithTypes(_ => typeof(uint)).Holes[0].Shape.Order.ShouldBe(KeyOrder.Strict);
    }

    [Fact]
    public void Unsupported_lambdas_name_the_expression_and_the_way_out()
    {
        Fails(o => o.Name.ToLower(), "o.Name.ToLower()");
        Fails(o => $"A#{o.Id + 1}", "(o.Id + 1)");
        Fails(o => o.Name ?? "none", "(o.Name ?? \"none\")");
        Fails(o => o.Id > 0 ? "A" : "B", "IIF");
        Fails(o => $"A#{o.Name.Length}#{o.Name.Substring(1)}", "Substring");
        Fails(o => $"A#{o.Id,10}", "alignment");
        Fails(o => "", "empty");
        Fails(o => o, "o => o");
    }

    [Fact]
    public void Templates_with_one_string_form_are_equal()
    {
        var fromLambda = Read(o => $"A#{o.Id:D10}");
        var fromText = KeyTemplate.Parse("A#{Id:D10}");

        fromLambda.ShouldBe(fromText);
        fromLambda.GetHashCode().ShouldBe(fromText.GetHashCode());
        fromLambda.Equals(KeyTemplate.Parse("A#{Id}")).ShouldBeFalse();
    }

    private static KeyTemplate Read(Expression<Func<Order, object?>> lambda) => KeyTemplate.FromExpression(lambda);

    private static void Fails(Expression<Func<Order, object?>> lambda, string expected)
        => Should.Throw<KeyTemplateException>(() => KeyTemplate.FromExpression(lambda)).Message.ShouldContain(expected);

    private sealed class Order
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public string Region { get; set; } = "";

        public DateTime PlacedAt { get; set; }

        public DateTime? ShippedAt { get; set; }

        public Address? Address { get; set; }
    }

    private sealed class Address
    {
        public string City { get; set; } = "";
    }
}
