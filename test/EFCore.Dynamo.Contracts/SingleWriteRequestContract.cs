using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>What PutItem, UpdateItem and DeleteItem say of a request that they do not take: today's service puts most of it into an envelope.</summary>
public abstract class SingleWriteRequestContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string TooDeep = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    private static readonly Item Key = Attributes("pk", "a");

    [Theory]
    [InlineData("a =", "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData("", "Invalid ConditionExpression: The expression can not be empty;")]
    [InlineData("((a = :v))", "Invalid ConditionExpression: The expression has redundant parentheses;")]
    [InlineData("a = :w", "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :w")]
    [InlineData("#a = :v", "Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute name: #a")]
    [InlineData("attribute_exists(a)", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}")]
    [InlineData(
        "contains(a, a)",
        "Invalid ConditionExpression: The first operand must be distinct from the remaining operands for this operator or function; operator: contains, "
            + "first operand: [a]")]
    public Task Conditions_that_are_none(string condition, string message)
        => EachIsRefusedAsync(condition, names: null, Attributes(":v", 1), OfSingleWrite(message));

    [Fact]
    public async Task Placeholders_that_are_none()
    {
        var noNames = new Dictionary<string, string>();

        await EachIsRefusedAsync("a = :v", noNames, Attributes(":v", 1), OfSingleWrite("ExpressionAttributeNames must not be empty"));
        await EachIsRefusedAsync("a = :v", names: null, Attributes(), OfSingleWrite("ExpressionAttributeValues must not be empty"));
        await EachIsRefusedAsync(
            condition: null, Names("#a", "a"), values: null, OfSingleWrite("ExpressionAttributeNames can only be specified when using expressions"));
        await EachIsRefusedAsync(
            "a = :v", Names("a", "a"), Attributes(":v", 1), OfSingleWrite("ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\""));
        await EachIsRefusedAsync(
            "a = :v", names: null, Attributes("v", 1), OfSingleWrite("ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\""));
    }

    [Fact]
    public async Task An_empty_table_name_is_all_that_is_reported()
    {
        const string key = "Value null at 'key' failed to satisfy constraint: Member must not be null";
        const string classic = "Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1";
        const string current =
            "1 validation error detected: Value at 'TableName' failed to satisfy constraint: Member must have length greater than or equal to 1";

        await ShouldBeInvalidAsync(() => PutAsync(string.Empty, "pk", "a"), ByDialect(current, "1 validation error detected: " + classic));
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(new UpdateItemRequest { TableName = string.Empty }),
            ByDialect(current, $"2 validation errors detected: {classic}; {key}"));
        await ShouldBeInvalidAsync(
            async () => await Client.DeleteItemAsync(new DeleteItemRequest { TableName = string.Empty, ReturnValues = ReturnValues.AllNew }),
            ByDialect(current, $"2 validation errors detected: {classic}; {key}"));
    }

    [Fact]
    public async Task Of_updates_the_update_comes_before_the_condition()
        => await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(new UpdateItemRequest { TableName = "no-such-table", Key = Key, UpdateExpression = "SET a", ConditionExpression = "b" }),
            OfSingleWrite("Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"a\""));

    [Fact]
    public async Task Keys_and_tables_are_spoken_of_without_an_envelope()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = Key, UpdateExpression = "SET pk = :v", ExpressionAttributeValues = Attributes(":v", "b") }),
            "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key");
        await ShouldBeInvalidAsync(
            async () => await Client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = Attributes("pk", 1) }),
            "The provided key element does not match the schema");
        await ShouldBeInvalidAsync(() => PutAsync(table, "pk", "a", "x", new string('x', 410_000)), "Item size has exceeded the maximum allowed size");
        (await Should.ThrowAsync<ResourceNotFoundException>(() => PutAsync("no-such-table", "pk", "a"))).Message.ShouldBe("Requested resource not found");
    }

    [Fact]
    public async Task Values_of_an_update_nest_no_deeper_than_items()
    {
        var table = await CreateTableAsync();
        var update = new UpdateItemRequest
        {
            TableName = table,
            Key = Key,
            UpdateExpression = "SET x = :v",
            ExpressionAttributeValues = Attributes(":v", Nest(32)),
        };

        await ShouldBeInvalidAsync(async () => await Client.UpdateItemAsync(update), OfSingleWrite(TooDeep));
        await Client.UpdateItemAsync(update with { ExpressionAttributeValues = Attributes(":v", Nest(31)) });
    }

    [Fact]
    public async Task Whether_they_are_looked_at_before_the_condition_depends_on_the_dialect()
    {
        var table = await CreateTableAsync();
        var update = new UpdateItemRequest
        {
            TableName = table,
            Key = Key,
            UpdateExpression = "SET x = :v",
            ConditionExpression = "attribute_exists(pk)",
            ExpressionAttributeValues = Attributes(":v", Nest(32)),
        };

        var error = await Should.ThrowAsync<DynamoServiceException>(async () => await Client.UpdateItemAsync(update));

        error.Message.ShouldBe(ByDialect("1 validation error detected: " + TooDeep, "The conditional request failed"));
    }

    private static AttributeValue Nest(int levels) => levels == 0 ? Value("leaf") : AttributeValue.FromList(Nest(levels - 1));

    private async Task EachIsRefusedAsync(string? condition, Dictionary<string, string>? names, Item? values, string message)
    {
        var put = new PutItemRequest { TableName = "no-such-table", Item = Key, ConditionExpression = condition };
        var delete = new DeleteItemRequest { TableName = "no-such-table", Key = Key, ConditionExpression = condition };
        var update = new UpdateItemRequest { TableName = "no-such-table", Key = Key, ConditionExpression = condition };

        await ShouldBeInvalidAsync(
            async () => await Client.PutItemAsync(put with { ExpressionAttributeNames = names, ExpressionAttributeValues = values }), message);
        await ShouldBeInvalidAsync(
            async () => await Client.DeleteItemAsync(delete with { ExpressionAttributeNames = names, ExpressionAttributeValues = values }), message);
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(update with { ExpressionAttributeNames = names, ExpressionAttributeValues = values }), message);
    }
}
