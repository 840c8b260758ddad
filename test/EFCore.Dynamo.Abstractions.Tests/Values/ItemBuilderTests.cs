using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public sealed class ItemBuilderTests
{
    [Fact]
    public void Every_type_round_trips_and_prints_as_DynamoDB_JSON()
    {
        var builder = new ItemBuilder();
        builder.Add("z", "text \"quoted\" ü").Add("n", -42).Add("nothing", AttributeValue.Null);
        builder.WriteName("yes");
        builder.WriteBoolean(true);
        builder.WriteName("bytes");
        builder.WriteBinary([1, 2, 255]);
        builder.WriteName("map");
        builder.BeginMap();
        builder.WriteName("b");
        builder.WriteNumber(2);
        builder.WriteName("a");
        builder.BeginList();
        builder.WriteString("x");
        builder.WriteNull();
        builder.BeginMap();
        builder.EndMap();
        builder.EndList();
        builder.EndMap();
        builder.WriteName("ss");
        builder.BeginSet(AttributeType.StringSet);
        builder.WriteString("q");
        builder.WriteString("p");
        builder.EndSet();
        builder.WriteName("ns");
        builder.BeginSet(AttributeType.NumberSet);
        builder.WriteNumber(10);
        builder.WriteNumber(DynamoNumber.Parse("-1.5"));
        builder.WriteNumber(9);
        builder.EndSet();
        builder.WriteName("bs");
        builder.BeginSet(AttributeType.BinarySet);
        builder.WriteBinary([9]);
        builder.WriteBinary([]);
        builder.EndSet();

        var item = builder.Build();

        item.ToString().ShouldBe(
            """
            {"bs":{"BS":["","CQ=="]},"bytes":{"B":"AQL/"},"map":{"M":{"a":{"L":[{"S":"x"},{"NULL":true},{"M":{}}]},"b":{"N":"2"}}},"n":{"N":"-42"},"nothing":{"NULL":true},"ns":{"NS":["-1.5","9","10"]},"ss":{"SS":["p","q"]},"yes":{"BOOL":true},"z":{"S":"text \"quoted\" ü"}}
            """);
        Item.FromPacked(item.PackedBytes).ShouldBe(item);
        item["map"].GetMap()["a"][0].GetString().ShouldBe("x");
        item["map"].GetMap()["a"][2].GetMap().Count.ShouldBe(0);
        item["n"].GetInt64().ShouldBe(-42);
        item["n"].GetNumber().ShouldBe(DynamoNumber.FromInt64(-42));
        item["bytes"].GetBinary().ToArray().ShouldBe([1, 2, 255]);
        item["yes"].GetBoolean().ShouldBeTrue();
        item.TryGetValue("absent", out _).ShouldBeFalse();
        item["ss"].ShouldBe(AttributeValue.FromStringSet(["p", "q"]));
        item["ns"].Span.SetContains(AttributeValue.FromNumber(9).Span).ShouldBeTrue();
        item["ns"].Span.SetContains(AttributeValue.FromNumber(8).Span).ShouldBeFalse();
    }

    [Fact]
    public void A_builder_is_reusable_and_items_do_not_change()
    {
        var builder = new ItemBuilder();
        var first = builder.Add("a", 1).Build();
        var second = builder.Add("b", "two").Build();

        first.ToString().ShouldBe("""{"a":{"N":"1"}}""");
        second.ToString().ShouldBe("""{"b":{"S":"two"}}""");
    }

    [Fact]
    public void The_empty_item_is_default()
    {
        new ItemBuilder().Build().ShouldBe(default);
        default(Item).Count.ShouldBe(0);
        Item.FromPacked(Item.Empty.PackedBytes).ShouldBe(default);
        AttributeValue.FromMap(default).GetMap().ShouldBe(default);
        default(Item).ToString().ShouldBe("{}");
        Item.FromPackedUnchecked([]).PackedBytes.ToArray().ShouldBe(Item.Empty.PackedBytes.ToArray());
    }

    [Fact]
    public void A_duplicate_name_is_refused()
    {
        Should.Throw<ArgumentException>(() => new ItemBuilder().Add("a", 1).Add("b", 1).Add("a", 2).Build()).Message.ShouldContain("'a'");
        Should.Throw<ArgumentException>(() => new ItemBuilder().Add("a", 1).Add("a", 1).Build());
    }

    [Fact]
    public void Sets_that_cannot_be_are_refused_with_the_services_texts()
    {
        Message(() => AttributeValue.FromStringSet([])).ShouldBe("One or more parameter values were invalid: An string set  may not be empty");
        Message(() => AttributeValue.FromNumberSet([])).ShouldBe("One or more parameter values were invalid: An number set  may not be empty");
        Message(() => AttributeValue.FromBinarySet([])).ShouldBe("One or more parameter values were invalid: Binary sets should not be empty");
        Message(() => AttributeValue.FromStringSet(["b", "a", "b"])).ShouldBe(
            """One or more parameter values were invalid: Input collection ["a", "b", "b"] contains duplicates.""");
        Message(() => AttributeValue.FromNumberSet([DynamoNumber.Parse("1"), DynamoNumber.Parse("1.0")])).ShouldBe(
            "One or more parameter values were invalid: Input collection contains duplicates.");
        Message(() => AttributeValue.FromBinarySet([new byte[] { 1 }, new byte[] { 1 }])).ShouldBe(
            """One or more parameter values were invalid: Input collection ["AQ==","AQ=="]of type BS contains duplicates.""");
    }

    private static string Message(Func<object?> act) => Should.Throw<DynamoValidationException>(() => act()).Message;
}
