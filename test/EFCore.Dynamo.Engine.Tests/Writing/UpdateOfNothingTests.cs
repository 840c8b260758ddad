using EFCore.Dynamo.Engine.Tests.Streams;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Writing;

/// <summary>
///     An update that only takes away leaves nothing behind where there is no item: no item, no index entry, no stream record, no count, whatever it takes
///     away and however it comes.
/// </summary>
public sealed class UpdateOfNothingTests : IDisposable
{
    private const string Table = "things";
    private const int Rounds = 300;

    private readonly EmbeddedDynamoClient _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20261207)]
    public async Task Nothing_is_left_behind(int seed)
    {
        await CreateTableAsync();
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            await UpdateAsync(
                random, Item.Create(("pk", AttributeValue.FromString($"p{random.Next(5)}")), ("sk", AttributeValue.FromString($"s{random.Next(5)}"))));
        }

        var label = $"seed {seed}";
        var description = (await _client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;
        description.ItemCount.ShouldBe(0, label);
        description.TableSizeBytes.ShouldBe(0, label);
        description.GlobalSecondaryIndexes.ShouldNotBeNull().ShouldAllBe(index => index.ItemCount == 0 && index.IndexSizeBytes == 0, label);
        description.LocalSecondaryIndexes.ShouldNotBeNull().ShouldAllBe(index => index.ItemCount == 0 && index.IndexSizeBytes == 0, label);
        foreach (var index in new[] { null, "by-g", "by-l" })
        {
            (await _client.ScanAsync(new ScanRequest { TableName = Table, IndexName = index })).ScannedCount.ShouldBe(0, label);
        }

        (await StreamReplay.ReadAllAsync(_client, description.LatestStreamArn.ShouldNotBeNull())).ShouldBeEmpty(label);
    }

    private async Task UpdateAsync(Random random, Item key)
    {
        if (random.Next(3) == 0)
        {
            var updates = Enumerable.Range(0, random.Next(1, 4)).ToDictionary(
                i => i == 0 ? "g" : $"a{i}",
                i => new AttributeValueUpdate
                {
                    Action = AttributeAction.Delete,
                    Value = i == 0 || random.Next(2) == 0 ? null : AttributeValue.FromStringSet(["x"]),
                });
            var legacy = await _client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = Table,
                Key = key,
                AttributeUpdates = updates,
                ReturnValues = (ReturnValues)random.Next(5),
            });
            legacy.Attributes.ShouldBeNull();
            return;
        }

        var request = CreateUpdate(random, key);
        if (random.Next(2) == 0)
        {
            await _client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Update = request }] });
            return;
        }

        var response = await _client.UpdateItemAsync(request with
        {
            ReturnValues = (ReturnValues)random.Next(5),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        response.Attributes.ShouldBeNull();
        response.ConsumedCapacity!.CapacityUnits.ShouldBe(1); // asked for
    }

    private static UpdateItemRequest CreateUpdate(Random random, Item key)
    {
        var removes = new List<string> { "g", "l" }.GetRange(0, random.Next(3));
        var deletes = new List<string>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var path = $"a{i}{(random.Next(3) == 0 ? ".x" : string.Empty)}{(random.Next(3) == 0 ? $"[{random.Next(3)}]" : string.Empty)}";
            (random.Next(2) == 0 ? removes : deletes).Add(path);
        }

        var remove = removes.Count == 0 ? string.Empty : "REMOVE " + string.Join(", ", removes);
        var delete = deletes.Count == 0 ? string.Empty : "DELETE " + string.Join(", ", deletes.Select(path => path + " :x"));
        return new UpdateItemRequest
        {
            TableName = Table,
            Key = key,
            UpdateExpression = $"{remove} {delete}",
            ConditionExpression = random.Next(2) == 0 ? null : "attribute_not_exists(pk)",
            ExpressionAttributeValues = deletes.Count == 0 ? null : Item.Create((":x", AttributeValue.FromStringSet(["x"]))),
        };
    }

    private async Task CreateTableAsync() => await _client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions =
        [
            new("pk", AttributeType.String), new("sk", AttributeType.String), new("g", AttributeType.String), new("l", AttributeType.Number),
        ],
        KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
        GlobalSecondaryIndexes =
        [
            new("by-g", [new("sk", KeyType.PartitionKey)], new Projection(ProjectionType.All)),
            new("by-g2", [new("g", KeyType.PartitionKey)], new Projection(ProjectionType.KeysOnly)),
        ],
        LocalSecondaryIndexes = [new("by-l", [new("pk", KeyType.PartitionKey), new("l", KeyType.SortKey)], new Projection(ProjectionType.All))],
        StreamSpecification = new StreamSpecification(StreamEnabled: true, StreamViewType.NewAndOldImages),
    });
}
