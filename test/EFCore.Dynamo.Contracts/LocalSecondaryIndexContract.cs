using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Local secondary indexes.</summary>
public abstract class LocalSecondaryIndexContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task A_local_index_sorts_a_partition_another_way()
    {
        var table = await CreateItemsAsync();

        var response = await Client.QueryAsync(Query(table) with { ConsistentRead = true });

        response.Items.Select(static item => item["sk"].GetNumber().ToInt64()).ShouldBe([3, 2, 1]);
        response.Items[0].ShouldBe(Attributes("pk", "a", "sk", 3, "l", "x1"));
    }

    [Fact]
    public async Task Attributes_that_are_not_projected_are_fetched_from_the_table()
    {
        var table = await CreateItemsAsync();

        var all = await Client.QueryAsync(Query(table) with { Select = Select.AllAttributes });
        var named = await Client.QueryAsync(Query(table) with { ProjectionExpression = "n" });

        all.Items[0].ShouldBe(Attributes("pk", "a", "sk", 3, "l", "x1", "n", 30));
        named.Items.ShouldBe([Attributes("n", 30), Attributes("n", 20), Attributes("n", 10)]);
    }

    [Fact]
    public async Task A_scans_filter_sees_what_the_index_holds_unless_the_items_are_fetched_anyway()
    {
        var table = await CreateItemsAsync();
        var scan = new ScanRequest { TableName = table, IndexName = "local", FilterExpression = "n = :n", ExpressionAttributeValues = Attributes(":n", 20) };

        (await Client.ScanAsync(scan)).Count.ShouldBe(0);
        (await Client.ScanAsync(scan with { FilterExpression = "NOT n = :n" })).Count.ShouldBe(4);
        (await Client.ScanAsync(scan with { Select = Select.AllAttributes })).Items.ShouldBe([Attributes("pk", "a", "sk", 2, "l", "x2", "n", 20)]);
        (await Client.ScanAsync(scan with { ProjectionExpression = "n, sk" })).Items.ShouldBe([Attributes("n", 20, "sk", 2)]);
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(Query(table) with { FilterExpression = "n = :n", ExpressionAttributeValues = Attributes(":pk", "a", ":n", 20) }),
            "One or more parameter values were invalid: Secondary index local does not project one or more filter attributes: [n]");
    }

    [Fact]
    public async Task Pages_over_equal_index_keys_lose_nothing()
    {
        var table = await CreateItemsAsync(lsiKey: "same");

        var keys = new List<long>();
        Item? startKey = null;
        do
        {
            var page = await Client.QueryAsync(Query(table) with { Limit = 1, ExclusiveStartKey = startKey });
            keys.AddRange(page.Items.Select(static item => item["sk"].GetNumber().ToInt64()));
            startKey = page.LastEvaluatedKey;
        }
        while (startKey is not null);

        keys.Order().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Writes_report_their_item_collection()
    {
        var table = await CreateItemsAsync();

        var response = await Client.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = Attributes("pk", "a", "sk", 9),
            ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.Size,
        });

        var metrics = response.ItemCollectionMetrics.ShouldNotBeNull();
        metrics.ItemCollectionKey.ShouldBe(Attributes("pk", "a"));
        metrics.SizeEstimateRangeGB.ShouldBe((0.0, 1.0));
    }

    [Fact]
    public async Task An_item_and_its_local_index_entries_share_400_kilobytes()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number), new("l", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            LocalSecondaryIndexes = [new("local", [new("pk", KeyType.PartitionKey), new("l", KeyType.SortKey)], new(ProjectionType.All))],
        });

        await PutAsync(table, "pk", "a", "sk", 1, "text", new string('x', 250_000));
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", "a", "sk", 1, "l", "now in the index", "text", new string('x', 250_000)),
            "Item size has exceeded the maximum allowed size");
    }

    private static QueryRequest Query(string table) => new()
    {
        TableName = table,
        IndexName = "local",
        KeyConditionExpression = "pk = :pk",
        ExpressionAttributeValues = Attributes(":pk", "a"),
    };

    private async Task<string> CreateItemsAsync(string? lsiKey = null)
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number), new("l", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            LocalSecondaryIndexes = [new("local", [new("pk", KeyType.PartitionKey), new("l", KeyType.SortKey)], new(ProjectionType.KeysOnly))],
        });
        for (var i = 1; i <= 3; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i, "l", lsiKey ?? $"x{4 - i}", "n", i * 10);
        }

        await PutAsync(table, "pk", "a", "sk", 4, "n", 40);
        await PutAsync(table, "pk", "b", "sk", 1, "l", "x0");
        return table;
    }
}
