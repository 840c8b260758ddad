using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using Record = EFCore.Dynamo.Streams.Record;

namespace EFCore.Dynamo.Engine.Tests.TimeToLive;

/// <summary>Deletion of expired items, on a clock that the test moves.</summary>
public sealed class ExpiryTests : IDisposable
{
    private const string Table = "sessions";

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();

    private long Now => _time.Now.ToUnixTimeSeconds();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_expired_item_is_there_until_the_next_round_and_then_gone_with_its_index_entries()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 10);
        await PutAsync(client, "b", Now + TimeSpan.FromDays(3).Ticks / TimeSpan.TicksPerSecond);

        await AdvanceAsync(client, TimeSpan.FromSeconds(30));
        (await ScanAsync(client)).ShouldBe(["a", "b"], ignoreOrder: true);
        (await ScanAsync(client, "by-kind")).ShouldBe(["a", "b"], ignoreOrder: true);

        await AdvanceAsync(client, TimeSpan.FromHours(48));
        (await ScanAsync(client)).ShouldBe(["b"]);
        (await ScanAsync(client, "by-kind")).ShouldBe(["b"]);
        var table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;
        table.ItemCount.ShouldBe(1);
        table.GlobalSecondaryIndexes.ShouldNotBeNull().Single().ItemCount.ShouldBe(1);
        client.CountItems().ShouldBe(3); // the item, its index entry, its entry by expiry
    }

    [Fact]
    public async Task An_item_expires_after_its_second()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 60);

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));
        (await ScanAsync(client)).ShouldBe(["a"]);

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));
        (await ScanAsync(client)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_number_or_older_than_five_years_stays()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "text", AttributeValue.FromString("1"));
        await PutAsync(client, "none", null);
        await PutAsync(client, "too old", AttributeValue.FromNumber(_time.Now.AddYears(-5).ToUnixTimeSeconds() - 1));
        await PutAsync(client, "milliseconds", AttributeValue.FromNumber(_time.Now.ToUnixTimeMilliseconds()));
        await PutAsync(client, "negative", AttributeValue.FromNumber(-1));
        await PutAsync(client, "old", AttributeValue.FromNumber(_time.Now.AddYears(-5).ToUnixTimeSeconds() + 3600));
        await PutAsync(client, "fraction", AttributeValue.FromNumber(DynamoNumber.FromDecimal(Now - 0.5m)));

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        (await ScanAsync(client)).ShouldBe(["text", "none", "too old", "milliseconds", "negative"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_changed_expiry_counts_from_the_write_on()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "later", Now + 10);
        await PutAsync(client, "never", Now + 10);
        await PutAsync(client, "sooner", Now + 100_000);
        await UpdateAsync(client, "later", "SET expires = :v", Now + 200_000);
        await UpdateAsync(client, "never", "REMOVE expires", null);
        await UpdateAsync(client, "sooner", "SET expires = :v", Now + 1);

        await AdvanceAsync(client, TimeSpan.FromHours(1));

        (await ScanAsync(client)).ShouldBe(["later", "never"], ignoreOrder: true);
    }

    [Fact]
    public async Task Many_items_go_in_small_steps_and_more_than_one_round_is_not_needed()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutManyAsync(client, 1010, Now + 5);

        await AdvanceAsync(client, TimeSpan.FromMinutes(2));

        (await ScanAsync(client)).ShouldBeEmpty();
        client.CountItems().ShouldBe(0);
    }

    [Fact]
    public async Task Items_that_were_there_before_it_was_switched_on_expire_too()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await PutManyAsync(client, 1200, Now + 5);
        await PutAsync(client, "stays", Now + 100_000);

        await EnableAsync(client);
        await AdvanceAsync(client, TimeSpan.FromMinutes(2));

        (await GetStatusAsync(client)).ShouldBe(TimeToLiveStatus.Enabled);
        (await ScanAsync(client)).ShouldBe(["stays"]);
    }

    [Fact]
    public async Task A_large_table_is_enabling_until_its_items_are_indexed_also_across_a_reopen()
    {
        using (var client = Open(Timeout.InfiniteTimeSpan))
        {
            await CreateTableAsync(client);
            await PutManyAsync(client, 600, Now + 5);
            await EnableAsync(client, wait: false);
            // Enabled by the worker at any time; closed in the middle or not, nothing is lost.
        }

        using var reopened = Open();
        await reopened.WhenExpiryIsIdleAsync();
        (await GetStatusAsync(reopened)).ShouldBe(TimeToLiveStatus.Enabled);
        reopened.CountItems().ShouldBe(3 * 600);
        await AdvanceAsync(reopened, TimeSpan.FromMinutes(2));
        (await ScanAsync(reopened)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deletion_goes_on_after_a_reopen()
    {
        using (var client = Open())
        {
            await CreateTableAsync(client);
            await EnableAsync(client);
            await PutAsync(client, "a", Now + 5);
        }

        _time.Now += TimeSpan.FromDays(2);
        using var reopened = Open();
        (await ScanAsync(reopened)).ShouldBe(["a"]);
        await AdvanceAsync(reopened, TimeSpan.FromMinutes(1));
        (await ScanAsync(reopened)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Switched_off_nothing_expires_and_the_entries_go()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutManyAsync(client, 700, Now + 5);
        client.CountItems().ShouldBe(3 * 700);

        await SetAsync(client, isEnabled: false, "expires");
        await AdvanceAsync(client, TimeSpan.FromDays(1));

        client.CountItems().ShouldBe(2 * 700);
        await SetAsync(client, isEnabled: true, "other");
        await AdvanceAsync(client, TimeSpan.FromDays(1));
        client.CountItems().ShouldBe(2 * 700);
        client.Workers.Expiry.HasTimer.ShouldBeTrue();
    }

    [Fact]
    public async Task A_deleted_table_takes_its_entries_along()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutManyAsync(client, 600, Now + 100_000);

        await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        await client.WhenPurgedAsync();
        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        client.CountItems().ShouldBe(0);
    }

    [Fact]
    public async Task Local_indexes_and_item_collections_follow()
    {
        using var client = Open();
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number), new("l", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            LocalSecondaryIndexes = [new("local", [new("pk", KeyType.PartitionKey), new("l", KeyType.SortKey)], new(ProjectionType.All))],
        });
        await EnableAsync(client);
        for (var i = 0; i < 3; i++)
        {
            await client.PutItemAsync(new PutItemRequest
            {
                TableName = Table,
                Item = Item.Create(
                    ("pk", AttributeValue.FromString("p")), ("sk", AttributeValue.FromNumber(i)), ("l", AttributeValue.FromNumber(-i)), ("expires", AttributeValue.FromNumber(Now + 5 + (i * 1000)))),
            });
        }

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        (await client.QueryAsync(new QueryRequest
        {
            TableName = Table,
            IndexName = "local",
            KeyConditionExpression = "pk = :p",
            ExpressionAttributeValues = Item.Create((":p", AttributeValue.FromString("p"))),
        })).Items.Select(static item => item["sk"].GetNumber().ToInt64()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Its_stream_record_is_the_services()
    {
        using var client = Open();
        await CreateTableAsync(client, StreamViewType.NewAndOldImages);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 5);
        await PutAsync(client, "b", Now + 5);
        await client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Item.Create(("pk", AttributeValue.FromString("b"))) });
        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        var arn = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.LatestStreamArn.ShouldNotBeNull();
        var removed = (await ReadStreamAsync(client, arn)).Where(static record => record.EventName == OperationType.Remove).ToList();

        removed.Count.ShouldBe(2);
        var byService = removed.Where(static record => record.UserIdentity is not null).ShouldHaveSingleItem();
        byService.UserIdentity.ShouldBe(new Identity("dynamodb.amazonaws.com", "Service"));
        byService.Dynamodb.Keys["pk"].GetString().ShouldBe("a");
        byService.Dynamodb.OldImage.GetValueOrDefault()["expires"].GetNumber().ToInt64().ShouldBe(Now - 55);
    }

    [Fact]
    public async Task A_write_between_two_rounds_saves_the_item()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 5);

        // Expired, and not deleted yet: users may still change it.
        _time.Now += TimeSpan.FromSeconds(30);
        await UpdateAsync(client, "a", "SET expires = :v", Now + 100_000);
        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        (await ScanAsync(client)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Without_an_interval_and_without_tables_that_have_it_there_is_no_timer()
    {
        using (var without = Open())
        {
            await CreateTableAsync(without);
            without.Workers.Expiry.HasTimer.ShouldBeFalse();
            await without.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        }

        using var never = Open(Timeout.InfiniteTimeSpan);
        await CreateTableAsync(never);
        await EnableAsync(never);
        await PutAsync(never, "a", Now + 5);
        never.Workers.Expiry.HasTimer.ShouldBeFalse();

        _time.Now += TimeSpan.FromDays(10);
        await never.WhenExpiryIsIdleAsync();

        (await ScanAsync(never)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task The_services_limit_of_changes_is_on_request()
    {
        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { TimeProvider = _time, LimitsTimeToLiveChanges = true });
        await CreateTableAsync(client);
        await EnableAsync(client);

        (await Should.ThrowAsync<DynamoValidationException>(() => SetAsync(client, isEnabled: true, "expires"))).Message.ShouldBe("TimeToLive is already enabled");
        (await Should.ThrowAsync<DynamoValidationException>(() => SetAsync(client, isEnabled: false, "expires"))).Message
            .ShouldBe("Time to live has been modified multiple times within a fixed interval");
        await AdvanceAsync(client, TimeSpan.FromHours(1));
        await SetAsync(client, isEnabled: false, "expires");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public void An_interval_that_no_timer_takes_is_refused(int days)
    {
        var options = new EmbeddedDynamoOptions { TimeToLiveInterval = days == int.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromDays(days) };

        Should.Throw<ArgumentOutOfRangeException>(() => EmbeddedDynamoClient.Open(options)).Message.ShouldContain(nameof(EmbeddedDynamoOptions.TimeToLiveInterval));
    }

    private EmbeddedDynamoClient Open(TimeSpan? interval = null) => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
    {
        DataDirectory = _directory.Path,
        TimeProvider = _time,
        TimeToLiveInterval = interval ?? TimeSpan.FromMinutes(1),
    });

    private async Task AdvanceAsync(EmbeddedDynamoClient client, TimeSpan time)
    {
        _time.Now += time;
        await client.WhenExpiryIsIdleAsync();
    }

    private static async Task CreateTableAsync(EmbeddedDynamoClient client, StreamViewType? stream = null) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String), new("kind", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        StreamSpecification = stream is null ? null : new StreamSpecification(true, stream),
        GlobalSecondaryIndexes = [new("by-kind", [new("kind", KeyType.PartitionKey)], new(ProjectionType.KeysOnly))],
    });

    private static async Task<List<Record>> ReadStreamAsync(EmbeddedDynamoClient client, string arn)
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

    private static async Task EnableAsync(EmbeddedDynamoClient client, bool wait = true)
    {
        await SetAsync(client, isEnabled: true, "expires");
        if (wait)
        {
            await client.WhenExpiryIsIdleAsync();
        }
    }

    private static async Task SetAsync(EmbeddedDynamoClient client, bool isEnabled, string attributeName)
        => await client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest { TableName = Table, TimeToLiveSpecification = new(isEnabled, attributeName) });

    private static async Task<TimeToLiveStatus> GetStatusAsync(EmbeddedDynamoClient client)
        => (await client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = Table })).TimeToLiveDescription.TimeToLiveStatus;

    private static Task PutAsync(EmbeddedDynamoClient client, string key, long expires) => PutAsync(client, key, AttributeValue.FromNumber(expires));

    private static async Task PutAsync(EmbeddedDynamoClient client, string key, AttributeValue? expires)
        => await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = ToItem(key, expires) });

    private static async Task PutManyAsync(EmbeddedDynamoClient client, int count, long expires)
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

    private static Item ToItem(string key, AttributeValue? expires)
    {
        var builder = new ItemBuilder().Add("pk", AttributeValue.FromString(key)).Add("kind", AttributeValue.FromString("k"));
        return (expires is { } value ? builder.Add("expires", value) : builder).Build();
    }

    private static async Task UpdateAsync(EmbeddedDynamoClient client, string key, string expression, long? value) => await client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = Table,
        Key = Item.Create(("pk", AttributeValue.FromString(key))),
        UpdateExpression = expression,
        ExpressionAttributeValues = value is { } number ? Item.Create((":v", AttributeValue.FromNumber(number))) : null,
    });

    private static async Task<List<string>> ScanAsync(EmbeddedDynamoClient client, string? index = null)
        => [.. (await client.ScanAsync(new ScanRequest { TableName = Table, IndexName = index })).Items.Select(static item => item["pk"].GetString())];
}
