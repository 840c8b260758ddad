using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Record = EFCore.Dynamo.Streams.Record;

namespace EFCore.Dynamo.Engine.Tests.TimeToLive;

/// <summary>Base of the tests of expiry: a table of sessions with an index, in a directory of its own, on a clock that the test moves.</summary>
public abstract class ExpirySuite : IDisposable
{
    protected const string Table = "sessions";

    private readonly TemporaryDirectory _directory = new();

    private protected ManualTimeProvider Time { get; } = new();

    protected long Now => Time.Now.ToUnixTimeSeconds();

    public void Dispose() => _directory.Dispose();

    protected EmbeddedDynamoClient Open(TimeSpan? interval = null) => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
    {
        DataDirectory = _directory.Path,
        TimeProvider = Time,
        TimeToLiveInterval = interval ?? TimeSpan.FromMinutes(1),
    });

    protected async Task AdvanceAsync(EmbeddedDynamoClient client, TimeSpan time)
    {
        Time.Now += time;
        await client.WhenExpiryIsIdleAsync();
    }

    protected static async Task CreateTableAsync(EmbeddedDynamoClient client, StreamViewType? stream = null)
        => await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String), new("kind", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            StreamSpecification = stream is null ? null : new StreamSpecification(true, stream),
            GlobalSecondaryIndexes = [new("by-kind", [new("kind", KeyType.PartitionKey)], new(ProjectionType.KeysOnly))],
        });

    protected static async Task<List<Record>> ReadStreamAsync(EmbeddedDynamoClient client, string arn)
    {
        var records = new List<Record>();
        foreach (var shard in (await client.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = arn })).StreamDescription.Shards)
        {
            var iterator = (await client.GetShardIteratorAsync(
                new GetShardIteratorRequest { StreamArn = arn, ShardId = shard.ShardId, ShardIteratorType = ShardIteratorType.TrimHorizon })).ShardIterator;
            records.AddRange((await client.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator })).Records);
        }

        return records;
    }

    protected static async Task EnableAsync(EmbeddedDynamoClient client, bool wait = true)
    {
        await SetAsync(client, isEnabled: true, "expires");
        if (wait)
        {
            await client.WhenExpiryIsIdleAsync();
        }
    }

    protected static async Task SetAsync(EmbeddedDynamoClient client, bool isEnabled, string attributeName)
        => await client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest { TableName = Table, TimeToLiveSpecification = new(isEnabled, attributeName) });

    protected static async Task<TimeToLiveStatus> GetStatusAsync(EmbeddedDynamoClient client)
        => (await client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = Table })).TimeToLiveDescription.TimeToLiveStatus;

    protected static Task PutAsync(EmbeddedDynamoClient client, string key, long expires) => PutAsync(client, key, AttributeValue.FromNumber(expires));

    protected static async Task PutAsync(EmbeddedDynamoClient client, string key, AttributeValue? expires)
        => await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = ToItem(key, expires) });

    protected static async Task PutManyAsync(EmbeddedDynamoClient client, int count, long expires)
    {
        foreach (var keys in Enumerable.Range(0, count).Chunk(25))
        {
            await client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal)
                {
                    [Table] = [.. keys.Select(key => new WriteRequest { PutItem = ToItem($"{key}", AttributeValue.FromNumber(expires)) })],
                },
            });
        }
    }

    protected static Item ToItem(string key, AttributeValue? expires)
    {
        var builder = new ItemBuilder().Add("pk", AttributeValue.FromString(key)).Add("kind", AttributeValue.FromString("k"));
        return (expires is { } value ? builder.Add("expires", value) : builder).Build();
    }

    protected static async Task UpdateAsync(EmbeddedDynamoClient client, string key, string expression, long? value)
        => await client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Table,
            Key = Item.Create(("pk", AttributeValue.FromString(key))),
            UpdateExpression = expression,
            ExpressionAttributeValues = value is { } number ? Item.Create((":v", AttributeValue.FromNumber(number))) : null,
        });

    protected static async Task<List<string>> ScanAsync(EmbeddedDynamoClient client, string? index = null)
        => [.. (await client.ScanAsync(new ScanRequest { TableName = Table, IndexName = index })).Items.Select(static item => item["pk"].GetString())];
}
