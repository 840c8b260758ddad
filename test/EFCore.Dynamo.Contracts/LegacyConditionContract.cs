using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>The legacy conditions of writes: <c>Expected</c> and <c>ConditionalOperator</c>.</summary>
public abstract class LegacyConditionContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string Invalid = "One or more parameter values were invalid: ";

    [Fact]
    public async Task An_item_is_put_only_where_there_is_none()
    {
        var table = await CreateTableAsync();
        var put = new PutItemRequest { TableName = table, Item = Attributes("pk", "a", "n", 1), Expected = Expected(("pk", new() { Exists = false })) };

        await Client.PutItemAsync(put);
        await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.PutItemAsync(put with { Item = Attributes("pk", "a", "n", 2) }));

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 1));
    }

    [Fact]
    public async Task A_value_must_be_the_one_expected()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "version", 1);

        await ShouldFailAsync(table, "version", new() { Value = Value(2) });
        await ShouldFailAsync(table, "version", new() { Value = Value("1") });
        await ShouldFailAsync(table, "version", new() { Value = Value(0), Exists = true });
        await ShouldHoldAsync(table, "version", new() { Value = Value(1), Exists = true });
        await ShouldHoldAsync(table, "version", new() { Value = Value(1) });
    }

    [Fact]
    public async Task Every_operator_compares()
    {
        var table = await CreateTableAsync();
        await PutAsync(
            table,
            "pk",
            "a",
            "n",
            5,
            "s",
            "abc",
            "b",
            new byte[] { 1, 2 },
            "tags",
            AttributeValue.FromStringSet(["x", "y"]),
            "list",
            new object?[] { 1, "x" },
            "map",
            Attributes("k", 1),
            "t",
            true,
            "null",
            null);

        await ShouldDecideAsync(table, "n", ComparisonOperator.Equal, [5], [6]);
        await ShouldDecideAsync(table, "map", ComparisonOperator.Equal, [Attributes("k", 1)], [Attributes("k", 2)]);
        await ShouldDecideAsync(table, "list", ComparisonOperator.Equal, [new object?[] { 1, "x" }], [new object?[] { "x", 1 }]);
        await ShouldDecideAsync(table, "t", ComparisonOperator.Equal, [true], [false]);
        await ShouldDecideAsync(table, "n", ComparisonOperator.NotEqual, ["5"], [5]);
        await ShouldDecideAsync(table, "n", ComparisonOperator.LessThanOrEqual, [5], [4]);
        await ShouldDecideAsync(table, "n", ComparisonOperator.LessThan, [10], [5]);
        await ShouldDecideAsync(table, "s", ComparisonOperator.GreaterThanOrEqual, ["abc"], ["abd"]);
        await ShouldDecideAsync(table, "b", ComparisonOperator.GreaterThan, [new byte[] { 1 }], [new byte[] { 1, 2 }]);
        await ShouldDecideAsync(table, "s", ComparisonOperator.Contains, ["bc"], ["cb"]);
        await ShouldDecideAsync(table, "tags", ComparisonOperator.Contains, ["x"], ["z"]);
        await ShouldDecideAsync(table, "list", ComparisonOperator.Contains, [1], [2]);
        await ShouldDecideAsync(table, "tags", ComparisonOperator.NotContains, ["z"], ["x"]);
        await ShouldDecideAsync(table, "s", ComparisonOperator.BeginsWith, ["ab"], ["b"]);
        await ShouldDecideAsync(table, "n", ComparisonOperator.In, [4, 5], [4, 6]);
        await ShouldDecideAsync(table, "n", ComparisonOperator.Between, [5, 6], [6, 7]);
        await ShouldHoldAsync(table, "null", new() { ComparisonOperator = ComparisonOperator.NotNull });
        await ShouldFailAsync(table, "gone", new() { ComparisonOperator = ComparisonOperator.NotNull });
        await ShouldHoldAsync(table, "gone", new() { ComparisonOperator = ComparisonOperator.Null });
        await ShouldFailAsync(table, "null", new() { ComparisonOperator = ComparisonOperator.Null });
        await ShouldHoldAsync(table, "n", new() { ComparisonOperator = ComparisonOperator.GreaterThan, Value = Value(4) });
        await ShouldHoldAsync(table, "gone", new() { ComparisonOperator = ComparisonOperator.NotEqual, Value = Value(4) });
        await ShouldFailAsync(table, "gone", new() { ComparisonOperator = ComparisonOperator.NotContains, Value = Value("x") });
    }

    [Fact]
    public async Task Several_conditions_are_combined_by_the_operator()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1, "s", "x");
        var delete = new DeleteItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            Expected = Expected(("n", new() { Value = Value(1) }), ("s", new() { Value = Value("y") })),
        };

        await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.DeleteItemAsync(delete));
        await Should.ThrowAsync<ConditionalCheckFailedException>(
            async () => await Client.DeleteItemAsync(delete with { ConditionalOperator = ConditionalOperator.And }));
        await Client.DeleteItemAsync(delete with { ConditionalOperator = ConditionalOperator.Or });

        (await GetAsync(table, "pk", "a")).ShouldBeNull();
    }

    [Fact]
    public async Task A_failed_condition_returns_the_item_when_asked()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1);

        var exception = await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            AttributeUpdates = new Dictionary<string, AttributeValueUpdate> { ["n"] = new() { Value = Value(2) } },
            Expected = Expected(("n", new() { Value = Value(7) })),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld,
        }));

        exception.Message.ShouldBe("The conditional request failed");
        exception.Item.ShouldBe(Attributes("pk", "a", "n", 1));
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 1));
    }

    [Fact]
    public async Task An_empty_map_is_no_condition()
    {
        var table = await CreateTableAsync();

        await Client.PutItemAsync(new PutItemRequest { TableName = table, Item = Attributes("pk", "a"), Expected = Expected() });

        (await GetAsync(table, "pk", "a")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Conditions_that_are_none_are_refused_before_the_table_is_looked_up()
    {
        var cases = new (ExpectedAttributeValue Expected, string Message)[]
        {
            (new() { Exists = true }, "Value must be provided when Exists is true for Attribute: x"),
            (new(), "Value must be provided when Exists is null for Attribute: x"),
            (new() { Exists = false, Value = Value(1) }, "Value cannot be used when Exists is false for Attribute: x"),
            (new() { Exists = true, ComparisonOperator = ComparisonOperator.Equal, AttributeValueList = [Value(1)] },
                "Exists and ComparisonOperator cannot be used together for Attribute: x"),
            (new() { Value = Value(1), ComparisonOperator = ComparisonOperator.Equal, AttributeValueList = [Value(1)] },
                "Value and AttributeValueList cannot be used together for Attribute: x"),
            (new() { AttributeValueList = [Value(1)] }, "AttributeValueList can only be used with a ComparisonOperator for Attribute: x"),
            (
                new() { ComparisonOperator = ComparisonOperator.GreaterThan },
                "Value or AttributeValueList must be used with ComparisonOperator: GT for Attribute: x"),
            (
                new() { ComparisonOperator = ComparisonOperator.Equal, AttributeValueList = [Value(1), Value(1)] },
                "Invalid number of argument(s) for the EQ ComparisonOperator"),
            (
                new() { ComparisonOperator = ComparisonOperator.In, AttributeValueList = [Value(1), Value("1")] },
                "AttributeValues inside AttributeValueList must be of same type"),
            (new() { ComparisonOperator = ComparisonOperator.Contains, AttributeValueList = [Value(Attributes())] },
                "ComparisonOperator CONTAINS is not valid for M AttributeValue type"),
        };

        foreach (var (expected, message) in cases)
        {
            var put = new PutItemRequest { TableName = "no-such-table", Item = Attributes("pk", "a"), Expected = Expected(("x", expected)) };
            await ShouldBeInvalidAsync(async () => await Client.PutItemAsync(put), OfSingleWrite(Invalid + message));
            await ShouldBeInvalidAsync(
                async () => await Client.DeleteItemAsync(new DeleteItemRequest { TableName = put.TableName, Key = put.Item, Expected = put.Expected }),
                OfSingleWrite(Invalid + message));
            await ShouldBeInvalidAsync(
                async () => await Client.UpdateItemAsync(new UpdateItemRequest { TableName = put.TableName, Key = put.Item, Expected = put.Expected }),
                OfSingleWrite(Invalid + message));
        }
    }

    [Fact]
    public async Task A_conditional_operator_needs_conditions()
    {
        var put = new PutItemRequest { TableName = "no-such-table", Item = Attributes("pk", "a"), ConditionalOperator = ConditionalOperator.Or };

        await ShouldBeInvalidAsync(async () => await Client.PutItemAsync(put), OfSingleWrite("ConditionalOperator cannot be used without Filter or Expected"));
        await ShouldBeInvalidAsync(
            async () => await Client.PutItemAsync(put with { Expected = Expected(("a", new() { Exists = false })) }),
            OfSingleWrite("ConditionalOperator can only be used when Filter or Expected has two or more elements"));
    }

    [Fact]
    public async Task Expressions_and_legacy_parameters_exclude_each_other()
    {
        var mixed = OfSingleWrite("Can not use both expression and non-expression parameters in the same request: Non-expression parameters: ");
        var expected = Expected(("x", new() { Exists = true }));
        var item = Attributes("pk", "a");
        var put = new PutItemRequest { TableName = "no-such-table", Item = item, ConditionExpression = "oops(", Expected = expected };
        var delete = new DeleteItemRequest
        {
            TableName = "no-such-table",
            Key = item,
            ConditionExpression = "oops(",
            ConditionalOperator = ConditionalOperator.And,
        };
        var update = new UpdateItemRequest
        {
            TableName = "no-such-table",
            Key = item,
            ConditionExpression = "oops(",
            UpdateExpression = "oops",
            Expected = expected,
        };

        await ShouldBeInvalidAsync(async () => await Client.PutItemAsync(put), mixed + "{Expected} Expression parameters: {ConditionExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.PutItemAsync(put with { ConditionalOperator = ConditionalOperator.And }),
            mixed + "{Expected, ConditionalOperator} Expression parameters: {ConditionExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.DeleteItemAsync(delete), mixed + "{ConditionalOperator} Expression parameters: {ConditionExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(update), mixed + "{Expected} Expression parameters: {UpdateExpression, ConditionExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(update with
            {
                AttributeUpdates = new Dictionary<string, AttributeValueUpdate>(),
                ConditionalOperator = ConditionalOperator.Or,
                ConditionExpression = null,
            }),
            mixed + "{AttributeUpdates, Expected, ConditionalOperator} Expression parameters: {UpdateExpression}");
    }

    private static Dictionary<string, ExpectedAttributeValue> Expected(params (string Attribute, ExpectedAttributeValue Value)[] conditions)
        => conditions.ToDictionary(static condition => condition.Attribute, static condition => condition.Value, StringComparer.Ordinal);

    private async Task ShouldDecideAsync(string table, string attribute, ComparisonOperator comparison, object?[] holding, object?[] failing)
    {
        await ShouldHoldAsync(table, attribute, new() { ComparisonOperator = comparison, AttributeValueList = Array.ConvertAll(holding, Value) });
        await ShouldFailAsync(table, attribute, new() { ComparisonOperator = comparison, AttributeValueList = Array.ConvertAll(failing, Value) });
    }

    private async Task ShouldHoldAsync(string table, string attribute, ExpectedAttributeValue expected)
        => (await TouchAsync(table, attribute, expected)).Attributes.ShouldNotBeNull();

    private Task ShouldFailAsync(string table, string attribute, ExpectedAttributeValue expected)
        => Should.ThrowAsync<ConditionalCheckFailedException>(async () => await TouchAsync(table, attribute, expected), attribute);

    private async Task<UpdateItemResponse> TouchAsync(string table, string attribute, ExpectedAttributeValue expected)
        => await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            Expected = Expected((attribute, expected)),
            ReturnValues = ReturnValues.AllNew,
        });
}
