using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>BatchGetItem and BatchWriteItem.</summary>
public abstract class BatchContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task A_batch_writes_and_reads_items_of_several_tables()
    {
        var first = await CreateTableAsync();
        var second = await CreateTableAsync(AttributeType.Number);
        await PutAsync(first, "pk", "old");

        var written = await WriteAsync(
            (first, [new() { PutItem = Attributes("pk", "a", "n", 1) }, new() { DeleteKey = Attributes("pk", "old") }]),
            (second, [new() { PutItem = Attributes("pk", "b", "sk", 1) }]));
        var read = await Client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal)
            {
                [first] = new() { Keys = [Attributes("pk", "a"), Attributes("pk", "old"), Attributes("pk", "never")] },
                [second] = new() { Keys = [Attributes("pk", "b", "sk", 1)], ProjectionExpression = "sk", ConsistentRead = true },
            },
        });

        written.UnprocessedItems.ShouldBeEmpty();
        read.UnprocessedKeys.ShouldBeEmpty();
        read.Responses[first].ShouldBe([Attributes("pk", "a", "n", 1)]);
        read.Responses[second].ShouldBe([Attributes("sk", 1)]);
    }

    [Fact]
    public async Task A_read_of_more_than_16_megabytes_leaves_the_rest_unprocessed()
    {
        var table = await CreateTableAsync();
        var text = new string('x', 390_000);
        for (var i = 0; i < 50; i++)
        {
            await PutAsync(table, "pk", $"{i}", "text", text);
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        var request = GetRequest(table, Enumerable.Range(0, 50).Select(static i => Attributes("pk", $"{i}")));
        var response = await Client.BatchGetItemAsync(request);
        response.UnprocessedKeys[table].Keys.ShouldNotBeNull().Count.ShouldBeInRange(1, 10);
        found.UnionWith(response.Responses[table].Select(static item => item["pk"].GetString()));
        response = await Client.BatchGetItemAsync(request with { RequestItems = response.UnprocessedKeys });
        found.UnionWith(response.Responses[table].Select(static item => item["pk"].GetString()));

        response.UnprocessedKeys.ShouldBeEmpty();
        found.Count.ShouldBe(50);
    }

    [Fact]
    public async Task Duplicates_and_too_many_are_refused()
    {
        var table = await CreateTableAsync();
        const string Duplicates = "Provided list of item keys contains duplicates";

        await ShouldBeInvalidAsync(async () => await Client.BatchGetItemAsync(GetRequest(table, [Attributes("pk", "a"), Attributes("pk", "a")])), Duplicates);
        await ShouldBeInvalidAsync(
            () => WriteAsync((table, [new() { PutItem = Attributes("pk", "a", "n", 1) }, new() { DeleteKey = Attributes("pk", "a") }])), Duplicates);
        var exception = await Should.ThrowAsync<DynamoValidationException>(() =>
            WriteAsync((table, [.. Enumerable.Range(0, 26).Select(static i => new WriteRequest { PutItem = Attributes("pk", $"{i}") })])));
        exception.Message.ShouldContain("Member must have length less than or equal to 25");
        exception = await Should.ThrowAsync<DynamoValidationException>(async () =>
            await Client.BatchGetItemAsync(GetRequest(table, Enumerable.Range(0, 101).Select(static i => Attributes("pk", $"{i}")))));
        exception.Message.ShouldStartWith(ByDialect(
            $"1 validation error detected: Value at 'RequestItems.{table}.member.Keys' failed",
            "1 validation error detected: Value '[{pk=com.amazonaws.dynamodb."));
        exception.Message.ShouldEndWith("Member must have length less than or equal to 100");
    }

    [Fact]
    public async Task A_batch_names_tables_and_keys()
    {
        await ShouldBeInvalidAsync(
            async () => await Client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) }),
            ByDialect(
                "1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
                "The requestItems parameter is required for BatchGetItem"));
        await ShouldBeInvalidAsync(() => WriteAsync(), "The requestItems parameter is required for BatchWriteItem");
        await ShouldBeInvalidAsync(
            async () => await Client.BatchGetItemAsync(GetRequest("hash", [])),
            ByDialect(
                "1 validation error detected: Value at 'RequestItems.hash.member.Keys' failed",
                "1 validation error detected: Value '[]' at 'requestItems.hash.member.keys' failed")
            + " to satisfy constraint: Member must have length greater than or equal to 1");
    }

    [Fact]
    public async Task A_table_name_that_is_none_is_shown_with_the_batch_as_it_came()
    {
        await ShouldBeInvalidAsync(
            async () => await Client.BatchGetItemAsync(GetRequest("bad!name", [Attributes("pk", "a")])),
            "1 validation error detected: Value '"
            + ByDialect(
                """{"bad!name":{"Keys":[{"pk":{"S":"a"}}]}}""",
                "{bad!name=KeysAndAttributes(keys=[{pk=com.amazonaws.dynamodb.v20120810.AttributeValue@47f}], attributesToGet=null, consistentRead=null, "
                    + "projectionExpression=null, expressionAttributeNames=null)}")
            + "' at 'requestItems' failed to satisfy constraint: " + MapKeys());
        await ShouldBeInvalidAsync(
            () => WriteAsync(("bad!name", [new() { DeleteKey = Attributes("pk", "a") }])),
            "1 validation error detected: Value '{bad!name=[WriteRequest(putRequest=null, "
                + "deleteRequest=DeleteRequest(key={pk=com.amazonaws.dynamodb.v20120810.AttributeValue@47f}, workloadProfileName=null))]}'"
            + " at 'requestItems' failed to satisfy constraint: " + MapKeys());
    }

    private string MapKeys() => "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
        + $"Member must have length greater than or equal to {ByDialect("3", "1")}, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";

    [Fact]
    public async Task An_invalid_item_fails_the_whole_batch_before_it_writes()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => WriteAsync((table, [new() { PutItem = Attributes("pk", "a") }, new() { PutItem = Attributes("x", "b") }])),
            "The provided key element does not match the schema");
        await ShouldBeInvalidAsync(() => WriteAsync((table, [new() { PutItem = Attributes("pk", 1) }])), "The provided key element does not match the schema");
        (await GetAsync(table, "pk", "a")).ShouldBeNull();
    }

    [Fact]
    public async Task A_missing_table_fails_the_batch()
        => await Should.ThrowAsync<ResourceNotFoundException>(() => WriteAsync(("no-such-table", [new() { PutItem = Attributes("pk", "a") }])));

    private static BatchGetItemRequest GetRequest(string table, IEnumerable<Item> keys) => new()
    {
        RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { [table] = new() { Keys = [.. keys] } },
    };

    private Task<BatchWriteItemResponse> WriteAsync(params (string Table, WriteRequest[] Writes)[] tables)
        => Client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = tables.ToDictionary(static table => table.Table, static table => (IReadOnlyList<WriteRequest>)table.Writes, StringComparer.Ordinal),
        }).AsTask();
}
