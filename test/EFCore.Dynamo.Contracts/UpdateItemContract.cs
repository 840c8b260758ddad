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
            table,
            "pk",
            "a",
            "n",
            1,
            "gone",
            2,
            "entries",
            new object?[] { 1 },
            "tags",
            AttributeValue.FromStringSet(["x", "y"]),
            "count",
            10,
            "info",
            Attributes("a", 1));

        await UpdateAsync(
            table,
            "SET n = n + :one, m = n, entries = list_append(entries, :more), info.b = if_not_exists(info.b, :one) REMOVE gone ADD #c :one DELETE tags :x",
            Attributes(":one", 1, ":more", new object?[] { 2 }, ":x", AttributeValue.FromStringSet(["x"])),
            Names("#c", "count"));

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes(
            "pk",
            "a",
            "n",
            2,
            "m",
            1,
            "entries",
            new object?[] { 1, 2 },
            "tags",
            AttributeValue.FromStringSet(["y"]),
            "count",
            11,
            "info",
            Attributes("a", 1, "b", 1)));
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

    [Theory]
    [InlineData("SET n = n + :tiny")]
    [InlineData("SET n = :tiny - n")]
    [InlineData("ADD n :tiny")]
    public async Task A_sum_of_more_digits_than_a_number_has_is_refused(string expression)
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", DynamoNumber.Parse("1e50"));

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, expression, Attributes(":tiny", 1)),
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }

    [Fact]
    public async Task List_append_does_not_nest()
    {
        var table = await CreateTableAsync();
        var values = Attributes(":l", new object?[] { 1 });

        await UpdateAsync(table, "SET l = list_append(if_not_exists(l, :l), :l)", values);
        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, "SET l = list_append(list_append(:l, :l), :l)", values),
            OfSingleWrite("Invalid UpdateExpression: The function is not allowed to be used this way in an expression; function: list_append"));

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "l", new object?[] { 1, 1 }));
    }

    [Fact]
    public async Task A_path_into_nothing_is_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, "SET a.b = :one", Attributes(":one", 1)), "The document path provided in the update expression is invalid for update");
    }

    [Theory]
    [InlineData("SET a.c[100] = :v", null)]
    [InlineData("SET a.c[2] = :v", "c:new")]
    [InlineData("SET a.c[1] = :v", "c:new")]
    [InlineData("REMOVE a.c[0]", "c:70")]
    [InlineData("REMOVE a.c[1]", null)]
    [InlineData("SET a.c[1] = :v REMOVE a.c[0]", "c:new")]
    [InlineData("SET a.c[0] = :v, a.d = :v", "c:new d:new")]
    public async Task UPDATED_NEW_is_the_paths_as_written_in_the_new_item(string expression, string? found)
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "a", Attributes("c", new object?[] { "69", "70" }, "d", "x"));

        var response = await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = expression,
            ExpressionAttributeValues = expression.Contains(":v", StringComparison.Ordinal) ? Attributes(":v", "new") : null,
            ReturnValues = ReturnValues.UpdatedNew,
        });

        Item? expected = found switch
        {
            null => null,
            "c:new d:new" => Attributes("a", Attributes("c", new object?[] { "new" }, "d", "new")),
            _ => Attributes("a", Attributes("c", new object?[] { found[2..] })),
        };
        response.Attributes.ShouldBe(expected);
    }

    [Fact]
    public async Task UPDATED_OLD_is_the_paths_as_written_in_the_old_item()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "l", new object?[] { 0, 1, 2 }, "m", Attributes("x", 1, "y", 2));

        var response = await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = "SET l[100] = :v, m.z = :v REMOVE l[2], l[0], m.y",
            ExpressionAttributeValues = Attributes(":v", "new"),
            ReturnValues = ReturnValues.UpdatedOld,
        });

        response.Attributes.ShouldBe(Attributes("l", new object?[] { 0, 2 }, "m", Attributes("y", 2)));
    }

    [Theory]
    [InlineData("REMOVE b")]
    [InlineData("REMOVE x.y")]
    [InlineData("REMOVE x[0]")]
    [InlineData("REMOVE b, x[0].y DELETE c :tags, x[1].z :tags")]
    [InlineData("DELETE c :tags")]
    public async Task An_update_that_only_takes_away_creates_no_item(string expression)
    {
        var table = await CreateTableAsync();
        foreach (var returnValues in Enum.GetValues<ReturnValues>())
        {
            var response = await Client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = table,
                Key = Attributes("pk", "a"),
                UpdateExpression = expression,
                ConditionExpression = "attribute_not_exists(pk)",
                ExpressionAttributeValues = expression.Contains(":tags", StringComparison.Ordinal)
                    ? Attributes(":tags", AttributeValue.FromStringSet(["t"]))
                    : null,
                ReturnValues = returnValues,
                ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
            });

            response.Attributes.ShouldBeNull();
            response.ConsumedCapacity!.CapacityUnits.ShouldBe(1); // asked for
        }

        (await GetAsync(table, "pk", "a")).ShouldBeNull();
        (await Client.ScanAsync(new ScanRequest { TableName = table })).Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_update_that_only_takes_away_still_has_its_condition_and_its_checks()
    {
        var table = await CreateTableAsync();
        var update = new UpdateItemRequest { TableName = table, Key = Attributes("pk", "a"), UpdateExpression = "REMOVE x.y" };

        await Should.ThrowAsync<ConditionalCheckFailedException>(
            async () => await Client.UpdateItemAsync(update with { ConditionExpression = "attribute_exists(pk)" }));
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(update with { UpdateExpression = "REMOVE pk" }),
            "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key");
        await PutAsync(table, "pk", "a");
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(update), "The document path provided in the update expression is invalid for update");
    }

    [Fact]
    public async Task An_update_that_takes_away_and_sets_creates_the_item()
    {
        var table = await CreateTableAsync();
        await UpdateAsync(table, "SET n = :v REMOVE b", Attributes(":v", 1));

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 1));
    }

    [Fact]
    public async Task Values_without_any_expression_are_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = Attributes("pk", "a"), ExpressionAttributeValues = Attributes(":v", 1) }),
            ByDialect(
                "1 validation error detected: ExpressionAttributeValues can only be specified when using expressions",
                "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null"));
    }

    [Fact]
    public async Task An_update_that_grows_the_item_too_far_is_refused()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "big", new string('x', 300_000));

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, "SET more = :v", Attributes(":v", new string('y', 200_000))), "Item size to update has exceeded the maximum allowed size");
    }

    private async Task UpdateAsync(string table, string expression, Item values, Dictionary<string, string>? names = null)
        => await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            UpdateExpression = expression,
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
        });
}
