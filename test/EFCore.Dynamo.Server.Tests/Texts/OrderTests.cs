namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>In requests of several parts, what needs no table is checked in all parts before the first table is looked up.</summary>
public sealed class OrderTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Reserved = "Attribute name is a reserved keyword; reserved keyword: name";

    [Theory]
    [InlineData(
        "BatchGetItem",
        """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}}]},"hash":{"Keys":[{"pk":{"S":"a"}}],"ProjectionExpression":"name"}}}""",
        "Invalid ProjectionExpression: ")]
    [InlineData(
        "TransactGetItems",
        """{"TransactItems":[{"Get":{"TableName":"missing","Key":{"pk":{"S":"a"}}}},{"Get":{"TableName":"hash","Key":{"pk":{"S":"a"}},"ProjectionExpression":"name"}}]}""",
        "Invalid ProjectionExpression: ")]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"Delete":{"TableName":"missing","Key":{"pk":{"S":"a"}}}},{"Update":{"TableName":"hash","Key":{"pk":{"S":"b"}},"UpdateExpression":"REMOVE name"}}]}""",
        "Invalid UpdateExpression: ")]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"Delete":{"TableName":"missing","Key":{"pk":{"S":"a"}}}},{"Put":{"TableName":"hash","Item":{"pk":{"S":"b"}},"ConditionExpression":"attribute_exists(name)"}}]}""",
        "Invalid ConditionExpression: ")]
    public Task Expressions_come_before_tables(string operation, string request, string prefix) => server.FailsAsync(operation, request, prefix + Reserved);

    [Theory]
    [InlineData(
        "TransactGetItems",
        """{"TransactItems":[{"Get":{"TableName":"hash","Key":{"pk":{"S":"a"}},"ProjectionExpression":"name"}},{"Get":{"TableName":"hash","Key":{"pk":{"N":"x"}}}}]}""",
        "Invalid ProjectionExpression: ")]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"Delete":{"TableName":"hash","Key":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(name)"}},{"Delete":{"TableName":"hash","Key":{"pk":{"N":"x"}}}}]}""",
        "Invalid ConditionExpression: ")]
    public Task Actions_of_a_transaction_are_checked_one_at_a_time(string operation, string request, string prefix)
        => server.FailsAsync(operation, request, prefix + Reserved);

    [Fact]
    public async Task A_read_transaction_leaves_out_an_item_of_which_the_projection_matches_nothing()
    {
        await server.AnswerAsync("PutItem", """{"TableName":"hash","Item":{"pk":{"S":"projected"}}}""");

        (await server.AnswerAsync("TransactGetItems",
            """{"TransactItems":[{"Get":{"TableName":"hash","Key":{"pk":{"S":"projected"}},"ProjectionExpression":"absent"}}]}"""))
            .ShouldBe("""{"Responses":[{}]}""");
    }
}
