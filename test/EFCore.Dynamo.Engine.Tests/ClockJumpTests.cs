using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Engine.Tests.Streams;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>The clock is set forward or back while an engine runs, or while it is closed: what lasts a time lasts no longer and no shorter for it.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private const string Table = "things";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-60, true)]
    [InlineData(60, false)]
    [InlineData(60, true)]
    public async Task An_enabled_stream_stays_enabled(int minutes, bool reopens)
    {
        var client = Open(new EmbeddedDynamoOptions());
        await CreateAsync(client);
        client = Jump(client, new EmbeddedDynamoOptions(), minutes, reopens);

        (await DescribeStreamAsync(client)).StreamStatus.ShouldBe(StreamStatus.Enabled);
        client.Dispose();
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-60, true)]
    [InlineData(60, false)]
    public async Task Statuses_end_after_their_delay(int minutes, bool reopens)
    {
        var options = new EmbeddedDynamoOptions { ControlPlaneDelay = Delay };
        var client = Open(options);
        await CreateAsync(client);
        (await DescribeStreamAsync(client)).StreamStatus.ShouldBe(StreamStatus.Enabling);
        client = Jump(client, options, minutes, reopens);
        if (!reopens)
        {
            (await GetStatusAsync(client)).ShouldBe(TableStatus.Creating);
            (await DescribeStreamAsync(client)).StreamStatus.ShouldBe(StreamStatus.Enabling);
        }

        _time.Now += Delay;

        (await GetStatusAsync(client)).ShouldBe(TableStatus.Active);
        (await DescribeStreamAsync(client)).StreamStatus.ShouldBe(StreamStatus.Enabled);
        await PutAsync(client, "a");
        client.Dispose();
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-60, true)]
    [InlineData(60, false)]
    [InlineData(60, true)]
    public async Task An_index_that_lags_follows_within_its_delay(int minutes, bool reopens)
    {
        var options = new EmbeddedDynamoOptions { GlobalIndexDelay = Delay };
        var client = Open(options);
        await CreateAsync(client);
        await PutAsync(client, "before");
        client = Jump(client, options, minutes, reopens);
        await PutAsync(client, "after");

        _time.Now += Delay;
        await client.WhenIndexQueueIsIdleAsync();

        (await ScanAsync(client, "by-g")).ShouldBe(["after", "before"], ignoreOrder: true);
        client.Dispose();
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task A_read_that_may_be_stale_is_so_no_longer_than_asked(int minutes)
    {
        var options = new EmbeddedDynamoOptions { EventualReadDelay = Delay };
        var client = Open(options);
        await CreateAsync(client);
        await PutAsync(client, "a");
        client = Jump(client, options, minutes, reopens: false);

        _time.Now += Delay;

        for (var i = 0; i < 50; i++)
        {
            (await client.GetItemAsync(new GetItemRequest { TableName = Table, Key = Key("a") })).Item.ShouldNotBeNull();
        }

        client.Dispose();
    }

    [Theory]
    [InlineData(1, 60, -60)]
    [InlineData(4, 60, -60)]
    [InlineData(4, -60, 60)]
    [InlineData(4, 60, -120)]
    public async Task Shards_that_are_opened_later_sort_after_earlier_ones(int shardCount, int firstMinutes, int secondMinutes)
    {
        var options = new EmbeddedDynamoOptions { StreamShardCount = shardCount, StreamShardLifetime = TimeSpan.FromMinutes(5) };
        using var client = Open(options);
        await CreateAsync(client);
        var arn = await StreamReplay.GetArnAsync(client, Table);
        var count = 0;
        foreach (var minutes in new[] { 0, firstMinutes, 0, secondMinutes, 0 })
        {
            _time.Set(TimeSpan.FromMinutes(minutes));
            _time.Now += TimeSpan.FromMinutes(5);
            for (var i = 0; i < 9; i++)
            {
                await PutAsync(client, $"item {count++}");
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var shard in await StreamReplay.ListShardsAsync(client, arn, limit: 1))
        {
            string.CompareOrdinal(shard.ShardId, last).ShouldBePositive();
            (shard.ParentShardId is null || seen.Contains(shard.ParentShardId)).ShouldBeTrue("a consumer meets a parent before its child");
            seen.Add(last = shard.ShardId);
        }

        (await StreamReplay.ReadAllAsync(client, arn)).Count.ShouldBe(count);
    }

    private static Item Key(string key) => Item.Create(("pk", AttributeValue.FromString(key)));

    private static async Task PutAsync(EmbeddedDynamoClient client, string key) => await client.PutItemAsync(new PutItemRequest
    {
        TableName = Table,
        Item = Item.Create(("pk", AttributeValue.FromString(key)), ("g", AttributeValue.FromString("g"))),
    });

    private static async Task<List<string>> ScanAsync(EmbeddedDynamoClient client, string index)
        => [.. (await client.ScanAsync(new ScanRequest { TableName = Table, IndexName = index })).Items.Select(static item => item["pk"].GetString())];

    private static async Task<TableStatus> GetStatusAsync(EmbeddedDynamoClient client)
        => (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.TableStatus;

    private static async Task<StreamDescription> DescribeStreamAsync(EmbeddedDynamoClient client)
        => (await client.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = await StreamReplay.GetArnAsync(client, Table) })).StreamDescription;

    private static async Task CreateAsync(EmbeddedDynamoClient client) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String), new("g", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        GlobalSecondaryIndexes = [new("by-g", [new("g", KeyType.PartitionKey)], new(ProjectionType.All))],
        StreamSpecification = new(StreamEnabled: true, StreamViewType.KeysOnly),
    });

    private EmbeddedDynamoClient Jump(EmbeddedDynamoClient client, EmbeddedDynamoOptions options, int minutes, bool reopens)
    {
        if (!reopens)
        {
            _time.Set(TimeSpan.FromMinutes(minutes));
            return client;
        }

        client.Dispose();
        _time.Set(TimeSpan.FromMinutes(minutes));
        return Open(options);
    }

    private EmbeddedDynamoClient Open(EmbeddedDynamoOptions options)
        => EmbeddedDynamoClient.Open(options with { DataDirectory = _directory.Path, TimeProvider = _time, Durability = Engine.Storage.Durability.Relaxed });
}
