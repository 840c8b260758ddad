using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>The limits of items and keys, each on both of its sides.</summary>
public abstract class LimitsContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task An_item_has_at_most_400_kilobytes_with_its_names()
    {
        var table = await CreateTableAsync();
        var overhead = Attributes("pk", "a", "text", string.Empty).SizeBytes;

        await PutAsync(table, "pk", "a", "text", new string('x', (400 * 1024) - overhead));
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", "a", "text", new string('x', (400 * 1024) - overhead + 1)), "Item size has exceeded the maximum allowed size");
    }

    [Fact]
    public async Task Keys_have_2048_and_1024_bytes()
    {
        var table = await CreateTableAsync(AttributeType.String);
        var longPartitionKey = new string('p', 2048);
        var longSortKey = new string('s', 1024);

        await PutAsync(table, "pk", longPartitionKey, "sk", longSortKey, "n", 1);
        (await GetAsync(table, "pk", longPartitionKey, "sk", longSortKey)).ShouldNotBeNull();
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", longPartitionKey + "p", "sk", "a"),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes");
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", "a", "sk", longSortKey + "s"),
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }

    [Fact]
    public async Task Long_sort_keys_with_one_prefix_stay_apart_and_in_order()
    {
        var table = await CreateTableAsync(AttributeType.String);
        var prefix = new string('k', 1000);
        foreach (var suffix in new[] { "c", "a", "d", "b", string.Empty })
        {
            await PutAsync(table, "pk", "a", "sk", prefix + suffix, "suffix", suffix);
        }

        await PutAsync(table, "pk", "a", "sk", "k", "suffix", "short");
        var query = new QueryRequest { TableName = table, KeyConditionExpression = "pk = :pk", ExpressionAttributeValues = Attributes(":pk", "a") };

        var suffixes = new List<string>();
        Item? startKey = null;
        do
        {
            var page = await Client.QueryAsync(query with { Limit = 2, ExclusiveStartKey = startKey });
            suffixes.AddRange(page.Items.Select(static item => item["suffix"].GetString()));
            startKey = page.LastEvaluatedKey;
        }
        while (startKey is not null);
        var descending = (await Client.QueryAsync(query with { ScanIndexForward = false })).Items.Select(static item => item["suffix"].GetString());

        suffixes.ShouldBe(["short", string.Empty, "a", "b", "c", "d"]);
        descending.ShouldBe(["d", "c", "b", "a", string.Empty, "short"]);
    }

    [Fact]
    public async Task Values_nest_32_levels_deep()
    {
        var table = await CreateTableAsync();
        static AttributeValue Nest(int levels) => levels == 0 ? Value("leaf") : AttributeValue.FromList(Nest(levels - 1));

        await PutAsync(table, "pk", "a", "deep", Nest(31));
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", "a", "deep", Nest(32)),
            OfSingleWrite("Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"));
    }

    [Fact]
    public async Task A_table_has_5_local_and_20_global_indexes()
    {
        CreateTableRequest With(int localCount, int globalCount) => new()
        {
            TableName = "never-created",
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            LocalSecondaryIndexes = localCount == 0
                ? null
                : [.. Enumerable.Range(0, localCount).Select(
                    static i => new LocalSecondaryIndex($"local-{i}", [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)], new(ProjectionType.All)))],
            GlobalSecondaryIndexes = globalCount == 0
                ? null
                : [.. Enumerable.Range(0, globalCount).Select(
                    static i => new GlobalSecondaryIndex($"global-{i}", [new("sk", KeyType.PartitionKey)], new(ProjectionType.All)))],
        };

        await CreateTableAsync(With(5, 20));
        await ShouldBeInvalidAsync(
            async () => await Client.CreateTableAsync(With(6, 0)),
            "One or more parameter values were invalid: Number of LocalSecondaryIndexes exceeds per-table limit of 5");
        await ShouldBeInvalidAsync(
            async () => await Client.CreateTableAsync(With(0, 21)),
            "One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
}
