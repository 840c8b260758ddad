using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>The legacy <c>AttributeUpdates</c> of UpdateItem.</summary>
public abstract class LegacyUpdateContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string Invalid = "One or more parameter values were invalid: ";

    [Fact]
    public async Task Actions_put_add_and_delete()
    {
        var table = await CreateTableAsync();
        await PutAsync(
            table,
            "pk",
            "a",
            "n",
            5,
            "tags",
            AttributeValue.FromStringSet(["x", "y"]),
            "more",
            AttributeValue.FromStringSet(["x"]),
            "list",
            new object?[] { 1 },
            "old",
            1,
            "kind",
            1);

        var response = await UpdateAsync(
            table,
            ReturnValues.AllNew,
            ("kind", null, "text"),
            ("fresh", AttributeAction.Put, new object?[] { true }),
            ("n", AttributeAction.Add, -2),
            ("count", AttributeAction.Add, 3),
            ("tags", AttributeAction.Delete, AttributeValue.FromStringSet(["x"])),
            ("more", AttributeAction.Add, AttributeValue.FromStringSet(["x", "z"])),
            ("list", AttributeAction.Add, new object?[] { "2" }),
            ("old", AttributeAction.Delete, Nothing.Value));

        response.Attributes.ShouldBe(Attributes(
            "pk",
            "a",
            "n",
            3,
            "tags",
            AttributeValue.FromStringSet(["y"]),
            "more",
            AttributeValue.FromStringSet(["x", "z"]),
            "list",
            new object?[] { 1, "2" },
            "kind",
            "text",
            "fresh",
            new object?[] { true },
            "count",
            3));
        (await GetAsync(table, "pk", "a")).ShouldBe(response.Attributes);
    }

    [Fact]
    public async Task Puts_and_adds_create_an_item_and_deletes_alone_do_not()
    {
        var table = await CreateTableAsync();

        var nothing = await UpdateAsync(
            table, ReturnValues.AllNew, ("x", AttributeAction.Delete, Nothing.Value), ("y", AttributeAction.Delete, AttributeValue.FromStringSet(["a"])));
        (await GetAsync(table, "pk", "a")).ShouldBeNull();
        nothing.Attributes.ShouldBeNull();

        await UpdateAsync(table, ReturnValues.None, ("x", AttributeAction.Delete, Nothing.Value), ("n", AttributeAction.Add, 1));
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 1));
    }

    [Fact]
    public async Task No_actions_only_ensure_that_the_item_exists()
    {
        var table = await CreateTableAsync();

        await UpdateAsync(table, ReturnValues.None);

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a"));
    }

    [Fact]
    public async Task The_last_element_takes_the_set_along()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "tags", AttributeValue.FromStringSet(["x"]));

        var response = await UpdateAsync(table, ReturnValues.UpdatedNew, ("tags", AttributeAction.Delete, AttributeValue.FromStringSet(["x", "y"])));

        response.Attributes.ShouldBeNull();
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a"));
    }

    [Theory]
    [InlineData(ReturnValues.None)]
    [InlineData(ReturnValues.AllOld)]
    [InlineData(ReturnValues.AllNew)]
    [InlineData(ReturnValues.UpdatedOld)]
    [InlineData(ReturnValues.UpdatedNew)]
    public async Task Return_values_give_the_image_asked_for(ReturnValues returnValues)
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1, "other", "x", "gone", true);

        var response = await UpdateAsync(
            table, returnValues, ("n", AttributeAction.Add, 1), ("fresh", null, 2), ("gone", AttributeAction.Delete, Nothing.Value));

        Item? expected = returnValues switch
        {
            ReturnValues.AllOld => Attributes("pk", "a", "n", 1, "other", "x", "gone", true),
            ReturnValues.AllNew => Attributes("pk", "a", "n", 2, "other", "x", "fresh", 2),
            ReturnValues.UpdatedOld => Attributes("n", 1, "gone", true),
            ReturnValues.UpdatedNew => Attributes("n", 2, "fresh", 2),
            _ => null,
        };
        response.Attributes.ShouldBe(expected);
    }

    [Fact]
    public async Task A_condition_guards_the_update()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1);
        var update = new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            AttributeUpdates = new Dictionary<string, AttributeValueUpdate> { ["n"] = new() { Action = AttributeAction.Add, Value = Value(1) } },
            Expected = new Dictionary<string, ExpectedAttributeValue> { ["n"] = new() { Value = Value(1) } },
        };

        await Client.UpdateItemAsync(update);
        await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.UpdateItemAsync(update));

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 2));
    }

    [Fact]
    public async Task Actions_that_are_none_are_refused_before_the_table_is_looked_up()
    {
        var cases = new (AttributeAction? Action, object? Value, string Message)[]
        {
            (null, Nothing.Value, "Only DELETE action is allowed when no attribute value is specified"),
            (AttributeAction.Put, Nothing.Value, "Only DELETE action is allowed when no attribute value is specified"),
            (AttributeAction.Add, Nothing.Value, "Only DELETE action is allowed when no attribute value is specified"),
            (AttributeAction.Delete, "x", "DELETE action with value is not supported for the type S"),
            (AttributeAction.Delete, 1, "DELETE action with value is not supported for the type N"),
            (AttributeAction.Add, "x", "ADD action is not supported for the type S"),
            (AttributeAction.Add, Attributes(), "ADD action is not supported for the type M"),
        };

        foreach (var (action, value, message) in cases)
        {
            await ShouldBeInvalidAsync(
                async () => await UpdateAsync("no-such-table", ReturnValues.None, ("x", action, value)), OfSingleWrite(Invalid + message));
        }
    }

    [Fact]
    public async Task Actions_that_do_not_fit_the_item_change_nothing()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "s", "text", "tags", AttributeValue.FromStringSet(["x"]));

        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, ReturnValues.None, ("fresh", null, 1), ("s", AttributeAction.Add, 1)),
            "Type mismatch for attribute to update");
        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, ReturnValues.None, ("tags", AttributeAction.Delete, AttributeValue.FromNumberSet([DynamoNumber.FromInt64(1)]))),
            "Type mismatch for attribute to update");
        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, ReturnValues.None, ("pk", null, "b")),
            Invalid + "Cannot update attribute pk. This attribute is part of the key");

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "s", "text", "tags", AttributeValue.FromStringSet(["x"])));
    }

    [Fact]
    public async Task Index_keys_keep_their_type()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("status", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new GlobalSecondaryIndex("by-status", [new("status", KeyType.PartitionKey)], new Projection(ProjectionType.All))],
        });

        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, ReturnValues.None, ("status", null, 1)),
            Invalid + "Type mismatch for Index Key status Expected: S Actual: N IndexName: by-status");
        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, ReturnValues.None, ("status", null, string.Empty)),
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            + "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: by-status, IndexKey: status");
        await UpdateAsync(table, ReturnValues.None, ("status", null, "open"));

        (await Client.ScanAsync(new ScanRequest { TableName = table, IndexName = "by-status" })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_item_stays_within_its_size()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "x", new string('x', 300_000));

        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, ReturnValues.None, ("y", null, new string('y', 200_000))),
            "Item size to update has exceeded the maximum allowed size");
    }

    private async Task<UpdateItemResponse> UpdateAsync(
        string table, ReturnValues returnValues, params (string Attribute, AttributeAction? Action, object? Value)[] updates)
        => await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            AttributeUpdates = updates.ToDictionary(
                static update => update.Attribute,
                static update => new AttributeValueUpdate { Action = update.Action, Value = update.Value is Nothing ? null : Value(update.Value) },
                StringComparer.Ordinal),
            ReturnValues = returnValues,
        });

    /// <summary>No value at all: null is the NULL value.</summary>
    private sealed class Nothing
    {
        public static readonly Nothing Value = new();
    }
}
