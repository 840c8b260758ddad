using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public sealed class ItemBuilderErrorTests
{
    private readonly ItemBuilder _builder = new();

    [Fact]
    public void A_value_of_a_map_needs_a_name()
        => Should.Throw<InvalidOperationException>(() => _builder.WriteNumber(1));

    [Fact]
    public void A_name_needs_a_value()
    {
        _builder.WriteName("a");

        Should.Throw<InvalidOperationException>(() => _builder.WriteName("b"));
        Should.Throw<InvalidOperationException>(() => _builder.Build());
    }

    [Fact]
    public void A_nested_name_needs_a_value()
    {
        _builder.WriteName("a");
        _builder.BeginMap();
        _builder.WriteName("b");

        Should.Throw<InvalidOperationException>(() => _builder.EndMap());
    }

    [Fact]
    public void List_elements_have_no_names()
    {
        _builder.WriteName("a");
        _builder.BeginList();

        Should.Throw<InvalidOperationException>(() => _builder.WriteName("b")).Message.ShouldContain("type L");
    }

    [Fact]
    public void What_is_open_must_be_closed_by_its_own_end()
    {
        Should.Throw<InvalidOperationException>(() => _builder.EndMap());
        _builder.WriteName("a");
        _builder.BeginList();

        Should.Throw<InvalidOperationException>(() => _builder.EndMap());
        Should.Throw<InvalidOperationException>(() => _builder.EndSet());
        Should.Throw<InvalidOperationException>(() => _builder.Build());
    }

    [Fact]
    public void Sets_take_elements_of_their_type_only()
    {
        _builder.WriteName("a");
        Should.Throw<ArgumentOutOfRangeException>(() => _builder.BeginSet(AttributeType.List));
        _builder.BeginSet(AttributeType.NumberSet);

        Should.Throw<InvalidOperationException>(() => _builder.WriteString("x"));
        Should.Throw<InvalidOperationException>(() => _builder.WriteNull());
        Should.Throw<InvalidOperationException>(() => _builder.BeginList());
    }

    [Fact]
    public void Nulls_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => _builder.WriteName((string)null!)); // what a caller without nullable annotations passes
        Should.Throw<ArgumentNullException>(() => _builder.Add("a", (string)null!)); // the same
        Should.Throw<ArgumentNullException>(() => AttributeValue.FromString(null!)); // the same
        Should.Throw<ArgumentNullException>(() => AttributeValue.FromStringSet(["a", null!])); // the same
        Should.Throw<ArgumentNullException>(() => DynamoNumber.Parse((string)null!)); // the same
    }

    [Fact]
    public void Lone_surrogates_are_refused()
    {
        const string Alone = "\uD800";
        const string Inside = "a\uDC00b";

        Should.Throw<ArgumentException>(() => _builder.WriteName(Alone));
        Should.Throw<ArgumentException>(() => _builder.WriteName(Inside));
        _builder.WriteName("a");
        Should.Throw<ArgumentException>(() => _builder.WriteString(Alone));
        Should.Throw<ArgumentException>(() => AttributeValue.FromString(Inside));
        Should.Throw<ArgumentException>(() => new AttributeName(Inside));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        Should.Throw<ArgumentException>(() => _builder.WriteName([0xFF]));
        _builder.WriteName("a");
        Should.Throw<ArgumentException>(() => _builder.WriteUtf8String([0xC0, 0x80]));
        Should.Throw<ArgumentException>(() => AttributeValue.FromUtf8String([0xED, 0xA0, 0x80]));
    }

    [Fact]
    public void Names_have_a_longest_length()
    {
        var longest = new string('n', AttributeName.MaxBytes);

        new ItemBuilder().Add(longest, 1).Build().ContainsKey(longest).ShouldBeTrue();
        Should.Throw<DynamoValidationException>(() => _builder.WriteName(longest + "n"));
        Should.Throw<ArgumentException>(() => new AttributeName(longest + "n"));
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        _builder.WriteName("a");
        for (var i = 0; i < ItemBuilder.MaxDepth; i++)
        {
            _builder.BeginList();
        }

        for (var i = 0; i < ItemBuilder.MaxDepth; i++)
        {
            _builder.EndList();
        }

        var item = _builder.Build();
        item["a"].Span.Depth.ShouldBe(ItemBuilder.MaxDepth);
        Item.FromPacked(item.PackedBytes).ShouldBe(item);

        _builder.WriteName("a");
        Should.Throw<DynamoValidationException>(() =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                _builder.BeginList();
            }
        }).Message.ShouldStartWith("Nesting Levels have exceeded supported limits");
    }

    [Fact]
    public void After_an_error_Clear_makes_the_builder_usable_again()
    {
        _builder.WriteName("a");
        _builder.BeginMap();
        _builder.Add("x", 1).Add("x", 2);
        Should.Throw<ArgumentException>(() => _builder.EndMap()).Message.ShouldContain("'x'");

        _builder.Clear();

        _builder.Add("b", 3).Build().ToString().ShouldBe("""{"b":{"N":"3"}}""");
    }

    [Fact]
    public void Duplicates_are_found_among_many_names_and_among_equal_prefixes()
    {
        for (var i = 0; i < 100; i++)
        {
            _builder.Add("a common prefix " + ((i * 37) % 100), i);
        }

        _builder.Build().Count.ShouldBe(100);

        for (var i = 0; i < 100; i++)
        {
            _builder.Add("a common prefix " + ((i * 37) % 99), i);
        }

        Should.Throw<ArgumentException>(() => _builder.Build());
    }

    [Fact]
    public void Names_that_end_in_zero_bytes_are_names_of_their_own()
    {
        var item = _builder.Add("a\0", 2).Add("a", 1).Add("", 0).Add("\0", 3).Build();

        item.Count.ShouldBe(4);
        Item.FromPacked(item.PackedBytes).ShouldBe(item);
        item["a\0"].GetInt64().ShouldBe(2);
    }
}
