using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>UpdateItem.</summary>
public abstract class UpdateItemContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task An_update_creates_a_missing_item_with_its_key()
    {
        var table = await CreateTableAsync();
        await UpdateAsync(table, "SET n = :v", Attributes(":v", 5));

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 5));
    }

    [Fact]
    public async Task An_update_without_expression_only_ensures_that_the_item_exists()
    {
        var table = await CreateTableAsync();
        await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = Attributes("pk", "a") });
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a"));

        await PutAsync(table, "pk", "a", "n", 1);
        await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = Attributes("pk", "a") });
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 1));
    }

    [Fact]
    public async Task All_clauses_apply_to_the_item_before_the_update()
    {
        var table = await CreateTableAsync();
        await PutAsync(
            table, "pk", "a", "n", 1, "gone", 2, "entries", new object?[] { 1 }, "tags", AttributeValue.FromStringSet(["x", "y"]), "count", 10, "info", Attributes("a", 1));

        await UpdateAsync(
            table,
            "SET n = n + :one, m = n, entries = list_append(entries, :more), info.b = if_not_exists(info.b, :one) REMOVE gone ADD #c :one DELETE tags :x",
            Attributes(":one", 1, ":more", new object?[] { 2 }, ":x", AttributeValue.FromStringSet(["x"])),
            Names("#c", "count"));

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes(
            "pk", "a", "n", 2, "m", 1, "entries", new object?[] { 1, 2 }, "tags", AttributeValue.FromStringSet(["y"]), "count", 11, "info", Attributes("a", 1, "b", 1)));
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
        await PutAsync(table, "pk", "a", "n", 1, "other", "x");

        var response = await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = "SET n = :v, fresh = :v",
            ExpressionAttributeValues = Attributes(":v", 2),
            ReturnValues = returnValues,
        });

        Item? expected = returnValues switch
        {
            ReturnValues.AllOld => Attributes("pk", "a", "n", 1, "other", "x"),
            ReturnValues.AllNew => Attributes("pk", "a", "n", 2, "other", "x", "fresh", 2),
            ReturnValues.UpdatedOld => Attributes("n", 1),
            ReturnValues.UpdatedNew => Attributes("n", 2, "fresh", 2),
            _ => null,
        };
        response.Attributes.ShouldBe(expected);
    }

    [Fact]
    public async Task Updated_old_of_a_new_item_is_empty()
    {
        var table = await CreateTableAsync();

        var response = await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = "SET n = :v",
            ExpressionAttributeValues = Attributes(":v", 2),
            ReturnValues = ReturnValues.UpdatedOld,
        });

        response.Attributes.ShouldBeNull();
    }

    [Fact]
    public async Task A_failed_condition_changes_nothing()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "stock", 1);

        var exception = await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = "SET stock = stock - :n",
            ConditionExpression = "stock >= :n",
            ExpressionAttributeValues = Attributes(":n", 2),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld,
        }));

        exception.Item.ShouldBe(Attributes("pk", "a", "stock", 1));
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "stock", 1));
    }

    [Fact]
    public async Task A_key_attribute_cannot_be_updated()
    {
        var table = await CreateTableAsync(AttributeType.String);

        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = table,
                Key = Attributes("pk", "a", "sk", "b"),
                UpdateExpression = "SET sk = :v",
                ExpressionAttributeValues = Attributes(":v", "c"),
            }),
            "One or more parameter values were invalid: Cannot update attribute sk. This attribute is part of the key");
    }

    [Fact]
    public async Task An_operand_of_the_wrong_type_in_the_item_is_refused()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", "text");

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, "SET n = n + :one", Attributes(":one", 1)), "An operand in the update expression has an incorrect data type");
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", "text"));
    }

    [Fact]
    public async Task A_path_into_nothing_is_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, "SET a.b = :one", Attributes(":one", 1)), "The document path provided in the update expression is invalid for update");
    }

    [Theory]
    [InlineData("SET l[9] = :v", "new")]
    [InlineData("SET l[2] = :v REMOVE l[0]", "new")]
    [InlineData("REMOVE l[0]", null)]
    public async Task UPDATED_NEW_is_what_was_written_to_a_list_not_what_stands_at_the_index_now(string expression, string? written)
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "l", new object?[] { "0", "1", "2" });

        var response = await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = expression,
            ExpressionAttributeValues = written is null ? null : Attributes(":v", written),
            ReturnValues = ReturnValues.UpdatedNew,
        });

        response.Attributes.ShouldBe(written is null ? null : Attributes("l", new object?[] { written }));
    }

    [Fact]
    public async Task Values_without_any_expression_are_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = Attributes("pk", "a"), ExpressionAttributeValues = Attributes(":v", 1) }),
            "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null");
    }

    [Fact]
    public async Task An_update_that_grows_the_item_too_far_is_refused()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "big", new string('x', 300_000));

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, "SET more = :v", Attributes(":v", new string('y', 200_000))), "Item size to update has exceeded the maximum allowed size");
    }

    private async Task UpdateAsync(string table, string expression, Item values, Dictionary<string, string>? names = null) =>
        await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = expression,
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
        });
}
