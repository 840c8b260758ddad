using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>
///     The largest update: the finished item has at most 409,600 bytes, and of an UpdateExpression the sum of its clauses too. Each case on both sides of its
///     limit, added up by hand.
/// </summary>
public abstract class UpdateSizeContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const int Limit = 409_600;
    private const string TooLarge = "Item size to update has exceeded the maximum allowed size";

    /// <summary>What the key costs in the item, and nothing in the charge: <c>pk</c> and <c>a</c>.</summary>
    private const int KeyBytes = 3;

    [Theory]
    [InlineData("SET a = :v", 1, 3 + 19 + 1)]
    [InlineData("SET a = :v, b = :v", 2, 3 + (19 + 1) + (19 + 1))]
    [InlineData("SET m.k = :v", 1, 3 + 19 + (1 + 4 + 1))]
    [InlineData("SET l[0] = :v", 1, 3 + 19 + (1 + 4 + 1 + 1))]
    [InlineData("SET a = if_not_exists(n, :v)", 1, 3 + 19 + 1 + 39 + (1 + 14 + 1))]
    [InlineData("SET a = :v REMOVE n, m.k", 1, 3 + (19 + 1) + (1 + 1) + (1 + 1 + 4 + 1))]
    public async Task The_clauses_of_an_expression_have_409600_bytes(string expression, int uses, int overhead)
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1, "m", Attributes("k", 1), "l", new object?[] { 1 });
        var length = (Limit - overhead) / uses;

        await UpdateAsync(table, expression, Text(length));
        await ByDialect(
            () => ShouldBeInvalidAsync(() => UpdateAsync(table, expression, Text(length + 1)), TooLarge),
            () => UpdateAsync(table, expression, Text(length + 1)))();
    }

    [Fact]
    public async Task Members_that_a_set_has_already_are_not_charged()
    {
        var table = await CreateTableAsync();
        var (known, added) = (new string('k', 300_000), new string('v', Limit - 300_000 - KeyBytes - 4));
        await PutAsync(table, "pk", "a", "tags", AttributeValue.FromStringSet([known]));

        await UpdateAsync(table, "ADD tags :v", AttributeValue.FromStringSet([known, added]));
        await ShouldBeInvalidAsync(() => UpdateAsync(table, "ADD fresh :v", AttributeValue.FromStringSet([known, added])), TooLarge);
    }

    [Fact]
    public async Task The_finished_item_has_409600_bytes()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "big", new string('x', 300_000));
        var length = Limit - (KeyBytes + 3 + 300_000) - 4;

        await ShouldBeInvalidAsync(() => UpdateAsync(table, "SET more = :v", Text(length + 1)), TooLarge);
        await UpdateAsync(table, "SET more = :v", Text(length));
        await ShouldBeInvalidAsync(() => UpdateAsync(table, "SET a = :v", Text(0)), TooLarge);
        await UpdateAsync(table, "SET a = :v REMOVE big", Text(0));
        await ShouldBeInvalidAsync(() => UpdateAsync(table, "SET b = more, c = more, d = more, e = :v", Text(1)), TooLarge);
    }

    [Fact]
    public async Task Sizes_are_checked_before_the_condition()
    {
        var table = await CreateTableAsync();
        const string Fails = "attribute_exists(nothing)";
        await PutAsync(table, "pk", "a", "big", new string('x', 300_000), "n", 1);

        foreach (var update in new Func<Task>[] { () => UpdateAsync(
            table, "SET a = :v REMOVE big", Text(Limit), Fails), () => UpdateAsync(table, "SET a = :v", Text(200_000), Fails) })
        {
            await ByDialect<Func<Task>>(() => ShouldBeInvalidAsync(update, TooLarge), () => Should.ThrowAsync<ConditionalCheckFailedException>(update))();
        }

        await ShouldBeInvalidAsync(() => UpdateAsync(table, "REMOVE big SET a = :v", Text(Limit), "attribute_exists(pk)"), TooLarge);
        await Should.ThrowAsync<ConditionalCheckFailedException>(() => UpdateAsync(table, "SET a = :v", Text(100_000), Fails));
        await Should.ThrowAsync<ConditionalCheckFailedException>(() => UpdateAsync(table, "SET n.x = :v", Text(200_000), Fails));
    }

    [Fact]
    public async Task A_transactional_update_cancels()
    {
        var table = await CreateTableAsync();
        async Task TransactAsync(int length) => await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Update = Update(table, "SET a = :v", Text(length)) },
                new() { Put = new() { TableName = table, Item = Attributes("pk", "b", "a", new string('x', Limit - KeyBytes - 1)) } },
            ],
        });

        var length = Limit - ByDialect(3 + 19 + 1, KeyBytes + 1);
        await TransactAsync(length);
        var exception = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(length + 1));

        exception.CancellationReasons.Select(static reason => reason.Code).ShouldBe(["ValidationError", "None"]);
        exception.CancellationReasons[0].Message.ShouldBe(TooLarge);
    }

    [Fact]
    public async Task Attribute_updates_and_statements_have_the_item_alone()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a");
        async Task UpdateLegacyAsync(int length) => await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            AttributeUpdates = new Dictionary<string, AttributeValueUpdate> { ["a"] = new() { Value = Text(length) } },
        });
        async Task ExecuteAsync(int length) => await Client.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Statement = $"UPDATE \"{table}\" SET a = ? WHERE pk = 'a'",
            Parameters = [Text(length)],
        });

        await UpdateLegacyAsync(Limit - KeyBytes - 1);
        await ShouldBeInvalidAsync(() => UpdateLegacyAsync(Limit - KeyBytes), TooLarge);
        await ExecuteAsync(Limit - KeyBytes - 1);
        await ShouldBeInvalidAsync(() => ExecuteAsync(Limit - KeyBytes), TooLarge);
    }

    private static AttributeValue Text(int length) => AttributeValue.FromString(new string('v', length));

    private static UpdateItemRequest Update(string table, string expression, AttributeValue value, string? condition = null) => new()
    {
        TableName = table,
        Key = Attributes("pk", "a"),
        UpdateExpression = expression,
        ConditionExpression = condition,
        ExpressionAttributeValues = Attributes(":v", value),
    };

    private async Task UpdateAsync(string table, string expression, AttributeValue value, string? condition = null)
        => await Client.UpdateItemAsync(Update(table, expression, value, condition));
}
