using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests;

public class PlaceholderTests
{
    [Fact]
    public void Placeholders_used_by_any_expression_of_the_request_count_as_used()
    {
        var placeholders = new RequestPlaceholders(Names(("#a", "a"), ("#b", "b")), Of((":v", N(1)), (":w", N(2))));
        UpdateExpression.Parse("SET #a = :v").Bind(placeholders);
        ConditionExpression.Parse("#b = :w AND #a = :v").Bind(placeholders);
        Should.NotThrow(placeholders.ThrowIfUnused);
    }

    [Fact]
    public void Unused_name_is_named()
    {
        var placeholders = new RequestPlaceholders(Names(("#a", "a"), ("#x", "x")), null);
        ProjectionExpression.Parse("#a").Bind(placeholders);
        ShouldFail(placeholders.ThrowIfUnused, "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}");
    }

    [Fact]
    public void Unused_values_are_listed_in_the_order_of_the_services_hash_set()
    {
        var placeholders = new RequestPlaceholders(null, Of((":a", N(1)), (":b", N(1)), (":c", N(1)), (":abc", N(1))));
        ConditionExpression.Parse("x = :b").Bind(placeholders);
        ShouldFail(placeholders.ThrowIfUnused, "Value provided in ExpressionAttributeValues unused in expressions: keys: {:abc, :a, :c}");
    }

    [Fact]
    public void Names_are_checked_before_values()
    {
        var placeholders = new RequestPlaceholders(Names(("#n", "n")), Of((":v", N(1))));
        ShouldFail(placeholders.ThrowIfUnused, "Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}");
    }

    [Theory]
    [InlineData("#")]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("#a-b")]
    [InlineData(":a")]
    [InlineData("#ä")]
    public void Name_placeholder_has_the_services_syntax(string placeholder)
        => ShouldFail(
            () => _ = new RequestPlaceholders(Names((placeholder, "a")), null),
            $"ExpressionAttributeNames contains invalid key: Syntax error; key: \"{placeholder}\"");

    [Theory]
    [InlineData(":")]
    [InlineData("v")]
    [InlineData("#v")]
    [InlineData(":v.w")]
    public void Value_placeholder_has_the_services_syntax(string placeholder)
        => ShouldFail(
            () => _ = new RequestPlaceholders(null, Of((placeholder, N(1)))),
            $"ExpressionAttributeValues contains invalid key: Syntax error; key: \"{placeholder}\"");

    [Fact]
    public void Collections_of_placeholders_are_not_empty()
    {
        ShouldFail(() => _ = new RequestPlaceholders(Names(), null), "ExpressionAttributeNames must not be empty");
        ShouldFail(() => _ = new RequestPlaceholders(null, Item.Empty), "ExpressionAttributeValues must not be empty");
    }

    [Fact]
    public void Placeholders_have_at_most_255_bytes()
    {
        var longest = "#" + new string('a', 254);
        _ = new RequestPlaceholders(Names((longest, "a")), null);
        ShouldFail(
            () => _ = new RequestPlaceholders(Names((longest + "a", "a")), null),
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256");
    }

    [Fact]
    public void Name_behind_a_placeholder_is_not_empty()
        => ShouldFail(
            () => _ = new RequestPlaceholders(Names(("#a", "")), null), "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a");

    [Fact]
    public void Name_that_is_no_text_is_refused_when_it_is_used()
        => Should.Throw<Errors.DynamoValidationException>(() => Project("#a", Item.Empty, Names(("#a", "\uD800"))))
            .Message.ShouldStartWith("ExpressionAttributeNames contains invalid value: ");

    [Fact]
    public void Names_may_come_from_any_dictionary()
    {
        IReadOnlyDictionary<string, string> names = new SortedDictionary<string, string> { ["#a"] = "a" };
        ConditionExpression.Parse("#a = :v").Bind(new(names, Of((":v", N(1))))).Evaluate(Of(("a", N(1))).Span).ShouldBeTrue();
    }

    [Fact]
    public void Null_arguments_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => ConditionExpression.Parse(null!));
        Should.Throw<ArgumentNullException>(() => UpdateExpression.Parse(null!));
        Should.Throw<ArgumentNullException>(() => ProjectionExpression.Parse(null!));
        Should.Throw<ArgumentNullException>(() => KeyConditionExpression.Parse(null!));
        Should.Throw<ArgumentNullException>(() => ConditionExpression.Parse("a = :v").Bind(null!));
        Should.Throw<ArgumentOutOfRangeException>(() => ConditionExpression.Parse("a = :v", ExpressionParameter.KeyConditionExpression));
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Values_nest_no_deeper_than_an_item_may(int maps, bool isAllowed)
    {
        var value = AttributeValue.FromNumber(1);
        for (var i = 0; i < maps; i++)
        {
            value = AttributeValue.FromMap(Item.Create(("m", value)));
        }

        var create = () => new RequestPlaceholders(null, Item.Create((":v", value)));

        if (isAllowed)
        {
            create.ShouldNotThrow();
        }
        else
        {
            create.ShouldThrow<DynamoValidationException>().Message.ShouldStartWith("Nesting Levels have exceeded supported limits");
        }
    }

    [Theory]
    [InlineData(2 * 1024 * 1024 - 2, true)]
    [InlineData(2 * 1024 * 1024 - 1, false)]
    public void Names_and_values_hold_2_MB_together(int valueBytes, bool isAllowed)
    {
        var create = () => new RequestPlaceholders(null, Item.Create((":v", AttributeValue.FromString(new string('x', valueBytes)))));

        if (isAllowed)
        {
            create.ShouldNotThrow();
        }
        else
        {
            create.ShouldThrow<DynamoValidationException>().Message.ShouldContain("exceeded the maximum allowed size of 2097152 bytes");
        }
    }

    [Fact]
    public void Many_long_names_count_too()
    {
        var names = Enumerable.Range(0, 40).ToDictionary(i => "#n" + i, _ => new string('n', 60_000), StringComparer.Ordinal);

        Should.Throw<DynamoValidationException>(() => new RequestPlaceholders(names, null)).Message.ShouldContain("exceeded the maximum allowed size");
    }
}
