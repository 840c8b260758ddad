using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>GetItem.</summary>
public abstract class GetItemContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string KeyMismatch = "The provided key element does not match the schema";

    [Fact]
    public async Task An_item_comes_back_as_it_was_put()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        var item = Attributes(
            "pk",
            "a",
            "sk",
            1.5m,
            "text",
            "ä€𝄞",
            "bytes",
            new byte[] { 0, 255 },
            "yes",
            true,
            "nothing",
            null,
            "list",
            new object?[] { 1, "x", Array.Empty<object?>() },
            "map", Attributes("inner", Attributes("deep", 1)), "strings", AttributeValue.FromStringSet(["b", "a"]),
            "numbers", AttributeValue.FromNumberSet([DynamoNumber.FromInt64(2), DynamoNumber.Parse("-1E-130")]));
        await Client.PutItemAsync(new PutItemRequest { TableName = table, Item = item });

        (await GetAsync(table, "pk", "a", "sk", 1.5m)).ShouldBe(item);
    }

    [Fact]
    public async Task A_missing_item_is_null()
    {
        var table = await CreateTableAsync();

        (await GetAsync(table, "pk", "nobody")).ShouldBeNull();
    }

    [Fact]
    public async Task A_projection_returns_the_named_paths_only()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "info", Attributes("x", 1, "y", 2), "entries", new object?[] { 10, 20, 30 }, "other", "no");

        var response = await Client.GetItemAsync(new GetItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            ProjectionExpression = "#i.y, entries[2], absent",
            ExpressionAttributeNames = Names("#i", "info"),
        });

        response.Item.ShouldBe(Attributes("info", Attributes("y", 2), "entries", new object?[] { 30 }));
    }

    [Fact]
    public async Task Keys_are_found_by_value_however_a_number_was_written()
    {
        var table = await CreateTableAsync(partitionKeyType: AttributeType.Number);
        await PutAsync(table, "pk", DynamoNumber.Parse("1E1"));

        (await GetAsync(table, "pk", DynamoNumber.Parse("10.00"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_with_another_type_does_not_match_the_schema()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(() => GetAsync(table, "pk", 1), KeyMismatch);
    }

    [Fact]
    public async Task A_key_with_too_many_or_too_few_attributes_does_not_match_the_schema()
    {
        var table = await CreateTableAsync(AttributeType.String);

        await ShouldBeInvalidAsync(() => GetAsync(table, "pk", "a"), KeyMismatch);
        await ShouldBeInvalidAsync(() => GetAsync(table, "pk", "a", "sk", "b", "x", "c"), KeyMismatch);
        await ShouldBeInvalidAsync(() => GetAsync(table, "pk", "a", "other", "b"), KeyMismatch);
    }

    [Fact]
    public async Task An_empty_key_value_is_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => GetAsync(table, "pk", string.Empty),
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk");
    }

    [Fact]
    public async Task Names_without_an_expression_are_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.GetItemAsync(new GetItemRequest { TableName = table, Key = Attributes("pk", "a"), ExpressionAttributeNames = Names("#a", "b") }),
            "ExpressionAttributeNames can only be specified when using expressions");
    }

    [Fact]
    public async Task A_null_request_is_an_argument_error()
        => await Should.ThrowAsync<ArgumentNullException>(async () => await Client.GetItemAsync(null!)); // the point of the test

    [Fact]
    public async Task A_cancelled_token_is_honoured()
    {
        var table = await CreateTableAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await Client.GetItemAsync(new GetItemRequest { TableName = table, Key = Attributes("pk", "a") }, new CancellationToken(canceled: true)));
    }
}
