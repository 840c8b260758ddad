using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Consistency;

/// <summary>Reads that may be stale, on a clock that the test moves.</summary>
public sealed class EventualReadTests : IDisposable
{
    private const string Table = "orders";
    private const int ReadCount = 60;

    private readonly ManualTimeProvider _time = new();
    private readonly EmbeddedDynamoClient _client;

    public EventualReadTests() => _client = Open(seed: 1);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_read_without_ConsistentRead_sees_old_and_new_until_the_delay_is_over()
    {
        await CreateTableAsync(_client);
        await PutAsync("1", 1);
        _time.Now += TimeSpan.FromSeconds(5);
        await PutAsync("1", 2);

        (await GetManyAsync(isConsistent: true)).ShouldAllBe(static n => n == 2);
        (await GetManyAsync(isConsistent: false)).Distinct().ShouldBe([1, 2], ignoreOrder: true);
        _time.Now += TimeSpan.FromSeconds(5);
        (await GetManyAsync(isConsistent: false)).ShouldAllBe(static n => n == 2);
    }

    [Fact]
    public async Task A_new_item_may_be_missing_and_a_deleted_one_still_be_there()
    {
        await CreateTableAsync(_client);
        await PutAsync("1", 1);
        (await GetManyAsync(isConsistent: false)).Distinct().ShouldBe([null, 1], ignoreOrder: true);
        _time.Now += TimeSpan.FromSeconds(5);

        await _client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Key("1") });

        (await GetManyAsync(isConsistent: false)).Distinct().ShouldBe([null, 1], ignoreOrder: true);
        (await GetManyAsync(isConsistent: true)).ShouldAllBe(static n => n == null);
    }

    [Fact]
    public async Task Query_Scan_and_BatchGetItem_may_be_stale_too_and_consistent_ones_are_not()
    {
        await CreateTableAsync(_client);
        await PutAsync("1", 1);
        _time.Now += TimeSpan.FromSeconds(5);
        await PutAsync("1", 2);
        var query = new QueryRequest
        {
            TableName = Table,
            KeyConditionExpression = "pk = :p",
            ExpressionAttributeValues = Item.Create((":p", AttributeValue.FromString("1"))),
        };
        var batch = new KeysAndAttributes { Keys = [Key("1")] };

        (await ReadManyAsync(async () => (await _client.QueryAsync(query)).Items)).ShouldBe([1, 2], ignoreOrder: true);
        (await ReadManyAsync(async () => (await _client.QueryAsync(query with { ConsistentRead = true })).Items)).ShouldBe([2]);
        (await ReadManyAsync(async () => (await _client.ScanAsync(new ScanRequest { TableName = Table })).Items)).ShouldBe([1, 2], ignoreOrder: true);
        (await ReadManyAsync(async () => (await _client.ScanAsync(new ScanRequest { TableName = Table, ConsistentRead = true })).Items)).ShouldBe([2]);
        (await ReadManyAsync(() => BatchAsync(batch))).ShouldBe([1, 2], ignoreOrder: true);
        (await ReadManyAsync(() => BatchAsync(batch with { ConsistentRead = true }))).ShouldBe([2]);
        (await ReadManyAsync(
            async () => (await _client.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [new() { TableName = Table, Key = Key("1") }] }))
            .Responses.Select(static response => response.GetValueOrDefault()).ToList())).ShouldBe([2]);
    }

    [Fact]
    public async Task Writes_and_conditions_see_what_is()
    {
        await CreateTableAsync(_client);
        for (var i = 0; i < ReadCount; i++)
        {
            var response = await _client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = Table,
                Key = Key("1"),
                UpdateExpression = "ADD n :one",
                ExpressionAttributeValues = Item.Create((":one", AttributeValue.FromNumber(1))),
                ReturnValues = ReturnValues.UpdatedNew,
            });
            response.Attributes.GetValueOrDefault()["n"].GetNumber().ToInt64().ShouldBe(i + 1);
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_reads()
    {
        async Task<List<long?>> RunAsync(int seed)
        {
            using var client = Open(seed);
            await CreateTableAsync(client);
            await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = ToItem("1", 1) });
            return await GetManyAsync(isConsistent: false, client);
        }

        var first = await RunAsync(7);
        (await RunAsync(7)).ShouldBe(first);
        (await RunAsync(8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Images_are_forgotten_when_their_time_is_over()
    {
        await CreateTableAsync(_client);
        for (var i = 0; i < 100; i++)
        {
            await PutAsync($"{i}", i);
            _time.Now += TimeSpan.FromSeconds(1);
        }

        _client.Context.Consistency.RecentImages.ShouldNotBeNull().Count.ShouldBeLessThan(10);
    }

    private EmbeddedDynamoClient Open(int seed)
        => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { TimeProvider = _time, EventualReadDelay = TimeSpan.FromSeconds(5), Seed = seed });

    private static Item Key(string key) => Item.Create(("pk", AttributeValue.FromString(key)));

    private static Item ToItem(string key, long number) => Item.Create(("pk", AttributeValue.FromString(key)), ("n", AttributeValue.FromNumber(number)));

    private async Task PutAsync(string key, long number) => await _client.PutItemAsync(new PutItemRequest { TableName = Table, Item = ToItem(key, number) });

    private async Task<List<long?>> GetManyAsync(bool isConsistent, EmbeddedDynamoClient? client = null)
    {
        var numbers = new List<long?>();
        for (var i = 0; i < ReadCount; i++)
        {
            var item = (await (client ?? _client).GetItemAsync(new GetItemRequest { TableName = Table, Key = Key("1"), ConsistentRead = isConsistent })).Item;
            numbers.Add(item is { } found ? found["n"].GetNumber().ToInt64() : null);
        }

        return numbers;
    }

    private async Task<IReadOnlyList<Item>> BatchAsync(KeysAndAttributes keys) => (await _client.BatchGetItemAsync(new BatchGetItemRequest
    {
        RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { [Table] = keys },
    })).Responses[Table];

    private static async Task<List<long>> ReadManyAsync(Func<Task<IReadOnlyList<Item>>> read)
    {
        var numbers = new HashSet<long>();
        for (var i = 0; i < ReadCount; i++)
        {
            numbers.Add((await read()).ShouldHaveSingleItem()["n"].GetNumber().ToInt64());
        }

        return [.. numbers];
    }

    private static async Task CreateTableAsync(EmbeddedDynamoClient client) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
    });
}
