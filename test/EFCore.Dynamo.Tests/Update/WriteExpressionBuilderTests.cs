using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Tests.Update;

public sealed class WriteExpressionBuilderTests
{
    [Fact]
    public void Sets_come_before_removes_with_placeholders_for_names_and_values()
    {
        var builder = new WriteExpressionBuilder();
        builder.RequireExists(builder.GetPath(null, "PK"));
        builder.Remove(builder.GetPath(null, "Gone"));
        builder.BeginSet(builder.GetPath(null, "Name")).WriteString("x");
        builder.BeginSet(builder.GetPath(null, "Size")).WriteNumber(7);

        var expressions = builder.Build();

        expressions.UpdateExpression.ShouldBe("SET #2 = :0, #3 = :1 REMOVE #1");
        expressions.ConditionExpression.ShouldBe("attribute_exists(#0)");
        expressions.AttributeNames.ShouldBe(
            new Dictionary<string, string> { ["#0"] = "PK", ["#1"] = "Gone", ["#2"] = "Name", ["#3"] = "Size" });
        expressions.AttributeValues.ShouldBe(new ItemBuilder().Add(":0", "x").Add(":1", 7).Build());
    }

    [Fact]
    public void A_name_has_one_placeholder_at_every_level()
    {
        var builder = new WriteExpressionBuilder();
        var map = builder.GetPath(null, "Home");
        builder.RequireExists(map);
        builder.BeginSet(builder.GetPath(map, "City")).WriteString("Rome");
        builder.BeginRequireEqual(builder.GetPath(null, "City")).WriteString("Bonn");

        var expressions = builder.Build();

        expressions.UpdateExpression.ShouldBe("SET #0.#1 = :0");
        expressions.ConditionExpression.ShouldBe("attribute_exists(#0) AND #1 = :1");
        expressions.AttributeNames.Count.ShouldBe(2);
    }

    [Fact]
    public void The_next_write_starts_anew_and_leaves_the_last_one_alone()
    {
        var builder = new WriteExpressionBuilder();
        builder.BeginSet(builder.GetPath(null, "A")).WriteString("1");
        var first = builder.Build();

        builder.RequireAbsent(builder.GetPath(null, "B"));
        var second = builder.Build();

        first.AttributeNames.ShouldBe(new Dictionary<string, string> { ["#0"] = "A" });
        second.UpdateExpression.ShouldBeNull();
        second.AttributeValues.ShouldBeNull();
        second.AttributeNames.ShouldBe(new Dictionary<string, string> { ["#0"] = "B" });
        second.ConditionExpression.ShouldBe("attribute_not_exists(#0)");
    }
}
