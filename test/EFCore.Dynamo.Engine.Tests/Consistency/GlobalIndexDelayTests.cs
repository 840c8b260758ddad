using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Consistency;

/// <summary>Global secondary indexes that lag, on a clock that the test moves.</summary>
public sealed class GlobalIndexDelayTests : IDisposable
{
    private const string Table = "orders";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_table_is_current_and_the_index_follows_within_the_delay()
    {
        using var client = Open(Delay);
        await CreateTableAsync(client);
        await PutAsync(client, "1", "open");

        (await QueryAsync(client, "open")).ShouldBeEmpty();
        (await ScanAsync(client)).ShouldBe(["1"]);
        await AdvanceAsync(client, Delay * 0.45);
        (await QueryAsync(client, "open")).ShouldBeEmpty();
        (await DescribeIndexAsync(client)).ItemCount.ShouldBe(0);
        (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.ItemCount.ShouldBe(1);

        await AdvanceAsync(client, Delay * 0.55);
        (await QueryAsync(client, "open")).ShouldBe(["1"]);
        (await DescribeIndexAsync(client)).ItemCount.ShouldBe(1);
        (await DescribeIndexAsync(client)).IndexSizeBytes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Changes_of_one_item_come_in_the_order_of_the_writes()
    {
        using var client = Open(Delay);
        await CreateTableAsync(client);
        await PutAsync(client, "1", "open");
        await AdvanceAsync(client, Delay);
        await PutAsync(client, "1", "paid");
        await PutAsync(client, "1", "sent");
        await DeleteAsync(client, "1");
        await PutAsync(client, "1", "again");

        (await QueryAsync(client, "open")).ShouldBe(["1"]);
        await AdvanceAsync(client, Delay);

        foreach (var state in new[] { "open", "paid", "sent" })
        {
            (await QueryAsync(client, state)).ShouldBeEmpty();
        }

        (await QueryAsync(client, "again")).ShouldBe(["1"]);
        (await DescribeIndexAsync(client)).ItemCount.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_survives_a_reopen()
    {
        using (var client = Open(Delay))
        {
            await CreateTableAsync(client);
            for (var i = 0; i < 300; i++)
            {
                await PutAsync(client, $"{i}", "open");
            }
        }

        using var reopened = Open(Delay);
        (await QueryAsync(reopened, "open")).ShouldBeEmpty();
        await AdvanceAsync(reopened, Delay);
        (await QueryAsync(reopened, "open")).Count.ShouldBe(300);
        (await DescribeIndexAsync(reopened)).ItemCount.ShouldBe(300);
    }

    [Fact]
    public async Task An_engine_without_a_delay_makes_at_once_what_waits()
    {
        using (var client = Open(Delay))
        {
            await CreateTableAsync(client);
            await PutAsync(client, "1", "open");
            await PutAsync(client, "1", "paid");
        }

        using var reopened = Open(TimeSpan.Zero);
        (await QueryAsync(reopened, "open")).ShouldBeEmpty();
        (await QueryAsync(reopened, "paid")).ShouldBe(["1"]);
        await PutAsync(reopened, "1", "sent");
        (await QueryAsync(reopened, "sent")).ShouldBe(["1"]);
        (await DescribeIndexAsync(reopened)).ItemCount.ShouldBe(1);
    }

    [Fact]
    public async Task Changes_of_a_deleted_table_or_index_are_dropped()
    {
        using var client = Open(Delay);
        await CreateTableAsync(client);
        await PutAsync(client, "1", "open");
        await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        await client.WhenPurgedAsync();
        await CreateTableAsync(client);
        await PutAsync(client, "2", "open");
        await client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            GlobalSecondaryIndexUpdates = [new GlobalSecondaryIndexUpdate { Delete = new DeleteGlobalSecondaryIndexAction { IndexName = "by-state" } }],
        });

        await AdvanceAsync(client, Delay);
        while ((await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.GlobalSecondaryIndexes is { Count: > 0 })
        {
            await Task.Yield();
        }

        (await ScanAsync(client)).ShouldBe(["2"]);
        client.CountItems().ShouldBe(1);
    }

    [Fact]
    public async Task An_index_that_is_built_among_delayed_writes_ends_exact()
    {
        using var client = Open(Delay);
        await CreateTableAsync(client);
        for (var i = 0; i < 600; i++)
        {
            await PutAsync(client, $"{i}", $"s{i % 3}", $"o{i % 5}");
        }

        await client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            AttributeDefinitions = [new("owner", AttributeType.String)],
            GlobalSecondaryIndexUpdates =
            [
                new GlobalSecondaryIndexUpdate
                {
                    Create = new CreateGlobalSecondaryIndexAction
                    {
                        IndexName = "by-owner",
                        KeySchema = [new("owner", KeyType.PartitionKey)],
                        Projection = new(ProjectionType.All),
                    },
                },
            ],
        });
        for (var i = 0; i < 600; i += 2)
        {
            if (i % 4 == 0)
            {
                await PutAsync(client, $"{i}", "moved", "o9");
            }
            else
            {
                await DeleteAsync(client, $"{i}");
            }
        }

        while ((await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.GlobalSecondaryIndexes!.Any(
            static index => index.IndexStatus != IndexStatus.Active)) // has two
        {
            await Task.Yield();
        }

        await PutAsync(client, "0", "last", "o10");
        await AdvanceAsync(client, Delay * 2);

        await ShouldBeExactAsync(client, "by-state", "by-owner");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_writes_steps_of_time_and_reopens_end_exact(int seed)
    {
        var random = new Random(seed);
        var client = Open(Delay);
        try
        {
            await CreateTableAsync(client);
            for (var step = 0; step < 400; step++)
            {
                var key = $"{random.Next(30)}";
                switch (random.Next(20))
                {
                    case < 12:
                        await PutAsync(client, key, $"s{random.Next(4)}", random.Next(3) == 0 ? $"o{random.Next(3)}" : null);
                        break;
                    case < 16:
                        await DeleteAsync(client, key);
                        break;
                    case < 19:
                        await AdvanceAsync(client, TimeSpan.FromSeconds(random.Next(1, 8)));
                        break;
                    default:
                        await client.DisposeAsync();
                        client = Open(random.Next(3) == 0 ? TimeSpan.Zero : Delay);
                        if (client.Workers.IndexQueue is null)
                        {
                            await ShouldBeExactAsync(client);
                            await client.DisposeAsync();
                            client = Open(Delay);
                        }

                        break;
                }
            }

            await AdvanceAsync(client, Delay);
            await ShouldBeExactAsync(client);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Simulation failed: seed {seed}: {exception.Message}", exception);
        }
        finally
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_lags()
    {
        async Task<List<int>> RunAsync(int seed)
        {
            var time = new ManualTimeProvider();
            using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { TimeProvider = time, GlobalIndexDelay = Delay, Seed = seed });
            await CreateTableAsync(client);
            var counts = new List<int>();
            for (var i = 0; i < 20; i++)
            {
                await PutAsync(client, $"{i}", "open");
                time.Now += TimeSpan.FromSeconds(1);
                await client.WhenIndexQueueIsIdleAsync();
                counts.Add((await QueryAsync(client, "open")).Count);
            }

            return counts;
        }

        var first = await RunAsync(7);
        (await RunAsync(7)).ShouldBe(first);
        (await RunAsync(8)).ShouldNotBe(first);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(25)]
    public void A_delay_is_at_most_a_day(int hours)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { GlobalIndexDelay = TimeSpan.FromHours(hours) }));
        Should.Throw<ArgumentOutOfRangeException>(() => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { EventualReadDelay = TimeSpan.FromHours(hours) }));
    }

    /// <summary>Each index holds what the table holds, all of whose items have its key, and says so.</summary>
    private static async Task ShouldBeExactAsync(EmbeddedDynamoClient client, params string[] indexes)
    {
        var items = (await client.ScanAsync(new ScanRequest { TableName = Table })).Items.OrderBy(
            static item => item["pk"].GetString(), StringComparer.Ordinal).ToList();
        foreach (var index in indexes.DefaultIfEmpty("by-state"))
        {
            var entries = (await client.ScanAsync(new ScanRequest { TableName = Table, IndexName = index })).Items;
            entries.OrderBy(static item => item["pk"].GetString(), StringComparer.Ordinal).ShouldBe(items);
            (await DescribeIndexAsync(client, index)).ItemCount.ShouldBe(items.Count);
            (await DescribeIndexAsync(client, index)).IndexSizeBytes.ShouldBe(items.Sum(static item => (long)item.SizeBytes));
        }

        client.CountItems().ShouldBe(items.Count * (1 + Math.Max(indexes.Length, 1)));
    }

    private EmbeddedDynamoClient Open(TimeSpan delay)
        => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
        {
            DataDirectory = _directory.Path,
            TimeProvider = _time,
            GlobalIndexDelay = delay,
            Durability = Durability.Relaxed,
        });

    private async Task AdvanceAsync(EmbeddedDynamoClient client, TimeSpan time)
    {
        _time.Now += time;
        await client.WhenIndexQueueIsIdleAsync();
    }

    private static async Task CreateTableAsync(EmbeddedDynamoClient client) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String), new("state", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        GlobalSecondaryIndexes = [new("by-state", [new("state", KeyType.PartitionKey)], new(ProjectionType.All))],
    });

    private static async Task PutAsync(EmbeddedDynamoClient client, string key, string state, string? owner = null)
    {
        var builder = new ItemBuilder().Add("pk", AttributeValue.FromString(key)).Add("state", AttributeValue.FromString(state));
        if (owner is not null)
        {
            builder.Add("owner", AttributeValue.FromString(owner));
        }

        await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = builder.Build() });
    }

    private static async Task DeleteAsync(EmbeddedDynamoClient client, string key)
        => await client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Item.Create(("pk", AttributeValue.FromString(key))) });

    private static async Task<List<string>> QueryAsync(EmbeddedDynamoClient client, string state) => [.. (await client.QueryAsync(new QueryRequest
    {
        TableName = Table,
        IndexName = "by-state",
        KeyConditionExpression = "#s = :s",
        ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#s"] = "state" },
        ExpressionAttributeValues = Item.Create((":s", AttributeValue.FromString(state))),
    })).Items.Select(static item => item["pk"].GetString())];

    private static async Task<List<string>> ScanAsync(EmbeddedDynamoClient client)
        => [.. (await client.ScanAsync(new ScanRequest { TableName = Table })).Items.Select(static item => item["pk"].GetString())];

    private static async Task<GlobalSecondaryIndexDescription> DescribeIndexAsync(EmbeddedDynamoClient client, string name = "by-state")
        => (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.GlobalSecondaryIndexes.ShouldNotBeNull().Single(
            index => index.IndexName == name);
}
