using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>PutItem.</summary>
public abstract class PutItemContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task A_put_replaces_the_whole_item()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "old", 1);
        await PutAsync(table, "pk", "a", "new", 2);

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "new", 2));
    }

    [Fact]
    public async Task All_old_returns_what_was_replaced_and_nothing_the_first_time()
    {
        var table = await CreateTableAsync();
        var request = new PutItemRequest { TableName = table, Item = Attributes("pk", "a", "n", 1), ReturnValues = ReturnValues.AllOld };

        var first = await Client.PutItemAsync(request);
        var second = await Client.PutItemAsync(request with { Item = Attributes("pk", "a", "n", 2) });

        first.Attributes.ShouldBeNull();
        second.Attributes.ShouldBe(Attributes("pk", "a", "n", 1));
    }

    [Fact]
    public async Task A_failed_condition_writes_nothing_and_returns_the_item_when_asked()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1);
        var request = new PutItemRequest { TableName = table, Item = Attributes("pk", "a", "n", 2), ConditionExpression = "attribute_not_exists(pk)" };

        var silent = await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.PutItemAsync(request));
        var telling = await Should.ThrowAsync<ConditionalCheckFailedException>(async () =>
            await Client.PutItemAsync(request with { ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld }));

        silent.Message.ShouldBe("The conditional request failed");
        silent.Item.ShouldBeNull();
        telling.Item.ShouldBe(Attributes("pk", "a", "n", 1));
        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 1));
    }

    [Fact]
    public async Task A_condition_sees_the_item_before_the_write()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "version", 1);

        await Client.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = Attributes("pk", "a", "version", 2),
            ConditionExpression = "#v = :expected",
            ExpressionAttributeNames = Names("#v", "version"),
            ExpressionAttributeValues = Attributes(":expected", 1),
        });

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "version", 2));
    }

    [Theory]
    [InlineData(ReturnValues.AllNew)]
    [InlineData(ReturnValues.UpdatedOld)]
    [InlineData(ReturnValues.UpdatedNew)]
    public async Task Only_none_and_all_old_can_be_returned(ReturnValues returnValues)
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.PutItemAsync(new PutItemRequest { TableName = table, Item = Attributes("pk", "a"), ReturnValues = returnValues }),
            OfSingleWrite("ReturnValues can only be ALL_OLD or NONE"));
    }

    [Fact]
    public async Task An_item_needs_its_key_with_its_type()
    {
        var table = await CreateTableAsync(AttributeType.Number);

        await ShouldBeInvalidAsync(() => PutAsync(table, "pk", "a"), "One or more parameter values were invalid: Missing the key sk in the item");
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", "a", "sk", "b"), "One or more parameter values were invalid: Type mismatch for key sk expected: N actual: S");
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", string.Empty, "sk", 1),
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk");
    }

    [Fact]
    public async Task Values_without_a_condition_are_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.PutItemAsync(new PutItemRequest { TableName = table, Item = Attributes("pk", "a"), ExpressionAttributeValues = Attributes(":v", 1) }),
            ByDialect(
                "1 validation error detected: ExpressionAttributeValues can only be specified when using expressions",
                "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null"));
    }

    [Fact]
    public async Task Empty_strings_and_binaries_are_fine_outside_keys()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "s", string.Empty, "b", Array.Empty<byte>());

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "s", string.Empty, "b", Array.Empty<byte>()));
    }
}
