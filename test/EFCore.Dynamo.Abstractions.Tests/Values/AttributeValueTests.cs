using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public sealed class AttributeValueTests
{
    [Fact]
    public void Default_is_NULL()
    {
        default(AttributeValue).Type.ShouldBe(AttributeType.Null);
        default(AttributeValue).ShouldBe(AttributeValue.Null);
        default(AttributeValue).SizeBytes.ShouldBe(1);
        default(AttributeValue).ToString().ShouldBe("""{"NULL":true}""");
        default(AttributeValueSpan).ToAttributeValue().ShouldBe(default);
        default(AttributeValue).GetHashCode().ShouldBe(Item.Create(("a", default))["a"].GetHashCode());
        Item.Create(("a", default))["a"].ShouldBe(default);
    }

    [Fact]
    public void Reading_as_another_type_names_both()
    {
        var text = AttributeValue.FromString("x");

        Should.Throw<InvalidOperationException>(() => text.GetNumber()).Message.ShouldBe("The attribute value is of type S, not N.");
        Should.Throw<InvalidOperationException>(() => text.GetInt64());
        Should.Throw<InvalidOperationException>(() => text.GetBoolean());
        Should.Throw<InvalidOperationException>(() => text.GetBinary().Length);
        Should.Throw<InvalidOperationException>(() => text.GetMap());
        Should.Throw<InvalidOperationException>(() => text.Count);
        Should.Throw<InvalidOperationException>(() => text[0]);
        Should.Throw<InvalidOperationException>(() => text.Span.SetContains(default));
        Should.Throw<InvalidOperationException>(() => default(AttributeValue).GetString());
        Should.Throw<InvalidOperationException>(() => default(AttributeValue).GetMap());
        Should.Throw<InvalidOperationException>(() => AttributeValue.FromMap(default)[0]);
    }

    [Fact]
    public void Elements_are_there_or_out_of_range()
    {
        var list = AttributeValue.FromList(AttributeValue.FromNumber(1), AttributeValue.FromString("x"));

        list.Count.ShouldBe(2);
        list[1].GetString().ShouldBe("x");
        Should.Throw<ArgumentOutOfRangeException>(() => list[2]);
        Should.Throw<ArgumentOutOfRangeException>(() => list[-1]);
        Should.Throw<ArgumentOutOfRangeException>(() => default(Item).GetValueAt(0));
        AttributeValue.FromList().Count.ShouldBe(0);
    }

    [Fact]
    public void Only_strings_numbers_and_binaries_have_an_order()
    {
        Compare(AttributeValue.FromString("a"), AttributeValue.FromString("b")).ShouldBe(-1);
        Compare(AttributeValue.FromString("\uFFFF"), AttributeValue.FromString("\U00010000")).ShouldBe(-1);
        Compare(AttributeValue.FromNumber(-5), AttributeValue.FromNumber(-50)).ShouldBe(1);
        Compare(AttributeValue.FromBinary([0x7F]), AttributeValue.FromBinary([0x80])).ShouldBe(-1);
        Compare(AttributeValue.FromNumber(1), AttributeValue.FromNumber(DynamoNumber.Parse("1.0"))).ShouldBe(0);
        Compare(AttributeValue.FromString("1"), AttributeValue.FromNumber(1)).ShouldBeNull();
        Compare(AttributeValue.FromBoolean(true), AttributeValue.FromBoolean(false)).ShouldBeNull();
        Compare(default, default).ShouldBeNull();
    }

    [Fact]
    public void Values_keep_no_tie_to_what_they_were_made_of()
    {
        byte[] source = [1, 2, 3];
        var value = AttributeValue.FromBinary(source);
        var set = AttributeValue.FromBinarySet([source]);
        var item = Item.Create(("a", value));

        source[0] = 99;

        value.GetBinary().ToArray().ShouldBe([1, 2, 3]);
        set[0].GetBinary().ToArray().ShouldBe([1, 2, 3]);
        item["a"].GetBinary().ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Sizes_are_the_services()
    {
        AttributeValue.FromString("héllo").SizeBytes.ShouldBe(6);
        AttributeValue.FromBinary(new byte[9]).SizeBytes.ShouldBe(9);
        AttributeValue.FromBoolean(true).SizeBytes.ShouldBe(1);
        AttributeValue.FromNumber(1234).SizeBytes.ShouldBe(3);
        AttributeValue.FromList().SizeBytes.ShouldBe(3);
        AttributeValue.FromList(AttributeValue.FromString("ab"), default).SizeBytes.ShouldBe(3 + 3 + 2);
        AttributeValue.FromMap(Item.Create(("key", AttributeValue.FromString("ab")))).SizeBytes.ShouldBe(3 + 1 + 3 + 2);
        AttributeValue.FromStringSet(["ab", "c"]).SizeBytes.ShouldBe(3);
        Item.Create(("key", AttributeValue.FromString("ab"))).SizeBytes.ShouldBe(5);
        default(Item).SizeBytes.ShouldBe(0);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("42", 2)]
    [InlineData("-42", 3)]
    [InlineData("100", 2)]
    [InlineData("1.5", 3)]
    [InlineData("0.15", 2)]
    [InlineData("1E-100", 2)]
    [InlineData("12345678901234567890123456789012345678", 20)]
    public void Sizes_of_numbers_are_the_services(string text, int expected)
        => AttributeValue.FromNumber(DynamoNumber.Parse(text)).SizeBytes.ShouldBe(expected);

    [Fact]
    public void Sequences_that_build_values_themselves_may_be_enumerated_while_building()
    {
        IEnumerable<string> Nested()
        {
            yield return AttributeValue.FromStringSet(["inner"])[0].GetString();
            yield return "outer";
        }

        AttributeValue.FromStringSet(Nested()).ShouldBe(AttributeValue.FromStringSet(["outer", "inner"]));
    }

    private static int? Compare(AttributeValue left, AttributeValue right)
        => left.Span.CompareValue(right.Span) is { } order ? Math.Sign(order) : null;
}
