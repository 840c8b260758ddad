using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>What only the embedded engine has: a data directory, a clock of its own, a life that ends.</summary>
public sealed class EmbeddedDynamoClientTests : IDisposable
{
    private const string Table = "things";

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Tables_items_indexes_and_counts_are_there_after_a_reopen()
    {
        using (var client = Open())
        {
            await CreateTableAsync(client);
            await PutAsync(client, "a", 1);
        }

        using var reopened = Open();
        var description = (await reopened.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;
        var indexed = await reopened.QueryAsync(new QueryRequest
        {
            TableName = Table,
            IndexName = "by-n",
            KeyConditionExpression = "n = :n",
            ExpressionAttributeValues = Item.Create((":n", AttributeValue.FromNumber(1))),
        });

        description.ItemCount.ShouldBe(1);
        description.CreationDateTime.ShouldBe(_time.Now);
        indexed.Items.ShouldHaveSingleItem()["pk"].GetString().ShouldBe("a");
    }

    [Fact]
    public async Task A_token_is_known_after_a_reopen_for_ten_minutes()
    {
        var request = new TransactWriteItemsRequest { TransactItems = [new() { Update = Add() }], ClientRequestToken = "token" };
        using (var client = Open())
        {
            await CreateTableAsync(client);
            await client.TransactWriteItemsAsync(request);
        }

        using var reopened = Open();
        _time.Now += TimeSpan.FromMinutes(9);
        await reopened.TransactWriteItemsAsync(request);
        (await GetNumberAsync(reopened, "counter")).ShouldBe(1);
        await Should.ThrowAsync<IdempotentParameterMismatchException>(async () =>
            await reopened.TransactWriteItemsAsync(request with { TransactItems = [new() { Update = Add() with { UpdateExpression = "SET n = :one" } }] }));
        _time.Now += TimeSpan.FromMinutes(2);
        await reopened.TransactWriteItemsAsync(request);
        (await GetNumberAsync(reopened, "counter")).ShouldBe(2);
    }

    [Fact]
    public async Task Expired_tokens_are_removed_by_later_ones()
    {
        using var client = Open();
        await CreateTableAsync(client);
        for (var i = 0; i < 50; i++)
        {
            await client.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems = [new() { Update = Add() }],
                ClientRequestToken = $"token-{i}",
            });
            _time.Now += TimeSpan.FromMinutes(5);
        }

        client.CountRequestTokens().ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_deleted_table_is_purged_in_the_background_and_its_id_not_used_again()
    {
        using var client = Open();
        await CreateTableAsync(client);
        for (var i = 0; i < 1500; i += 25)
        {
            await client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal)
                {
                    [Table] = [.. Enumerable.Range(i, 25).Select(static n => new WriteRequest { PutItem = Thing($"{n}", n) })],
                },
            });
        }

        await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        await CreateTableAsync(client);
        await PutAsync(client, "a", 1);
        await client.WhenPurgedAsync();

        (await client.ScanAsync(new ScanRequest { TableName = Table })).Items.ShouldHaveSingleItem();
        (await client.ScanAsync(new ScanRequest { TableName = Table, IndexName = "by-n" })).Items.ShouldHaveSingleItem();
        client.CountItems().ShouldBe(2);
    }

    [Fact]
    public async Task What_a_close_interrupted_is_purged_after_the_next_open()
    {
        using (var client = Open())
        {
            await CreateTableAsync(client);
            for (var i = 0; i < 100; i++)
            {
                await PutAsync(client, $"{i}", i);
            }

            await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        }

        using var reopened = Open();
        await reopened.WhenPurgedAsync();

        reopened.CountItems().ShouldBe(0);
        (await reopened.ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_that_was_bound_before_its_table_changed_is_bound_again()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await client.SetStoredVersionAsync(Table, 2);

        var put = Task.Run(() => PutAsync(client, "a", 1));
        await Task.Delay(TimeSpan.FromMilliseconds(20));
        put.IsCompleted.ShouldBeFalse("the catalog in memory still has version 1");
        client.SetCachedVersion(Table, 2);
        await put;

        (await GetNumberAsync(client, "a")).ShouldBe(1);
    }

    [Fact]
    public async Task Writers_of_a_table_that_comes_and_goes_see_it_or_do_not()
    {
        using var client = Open();
        await CreateTableAsync(client);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await IgnoreMissingTableAsync(() => PutAsync(client, $"{writer}-{i}", i));
            }
        })).ToList();

        for (var round = 0; round < 20; round++)
        {
            await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
            await CreateTableAsync(client);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await client.WhenPurgedAsync();
        var description = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;
        client.CountItems().ShouldBe((int)(description.ItemCount + description.GlobalSecondaryIndexes.ShouldNotBeNull()[0].ItemCount));
    }

    [Fact]
    public async Task There_are_at_most_2500_tables()
    {
        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        for (var i = 0; i < 2500; i++)
        {
            await CreateTableAsync(client, $"table-{i}");
        }

        var exception = await Should.ThrowAsync<LimitExceededException>(() => CreateTableAsync(client, "one-more"));
        await client.DeleteTableAsync(new DeleteTableRequest { TableName = "table-7" });
        await CreateTableAsync(client, "one-more");

        exception.Message.ShouldBe("Subscriber limit exceeded: There is a limit of 2500 tables per subscriber");
    }

    [Fact]
    public async Task A_disposed_client_says_so()
    {
        var client = Open();
        await CreateTableAsync(client);
        client.Dispose();
        client.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await client.GetItemAsync(new GetItemRequest { TableName = Table }));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await client.PutItemAsync(new PutItemRequest { TableName = Table }));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await client.CreateTableAsync(new CreateTableRequest()));
    }

    [Fact]
    public void A_directory_is_open_in_one_client_only()
    {
        using var client = Open();

        Should.Throw<StorageException>(Open).Message.ShouldContain(_directory.Path);
    }

    [Fact]
    public async Task Names_carry_region_and_account()
    {
        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { Region = "eu-west-1", AccountId = "123456789012" });
        await CreateTableAsync(client);

        var description = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;

        description.TableArn.ShouldBe("arn:aws:dynamodb:eu-west-1:123456789012:table/things");
        description.GlobalSecondaryIndexes.ShouldNotBeNull()[0].IndexArn.ShouldBe("arn:aws:dynamodb:eu-west-1:123456789012:table/things/index/by-n");
    }

    [Fact]
    public async Task Operations_are_traced_with_database_names_when_somebody_listens()
    {
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "EFCore.Dynamo.Engine",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (activities)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var client = Open();
        var table = $"traced-{Guid.NewGuid():N}";

        await Should.ThrowAsync<ResourceNotFoundException>(async () =>
            await client.GetItemAsync(new GetItemRequest { TableName = table, Key = Item.Create(("pk", AttributeValue.FromString("a"))) }));

        lock (activities)
        {
            var activity = activities.Single(activity => table.Equals(activity.GetTagItem("db.collection.name")));
            activity.OperationName.ShouldBe("GetItem");
            activity.GetTagItem("db.system.name").ShouldBe("aws.dynamodb");
            activity.GetTagItem("error.type").ShouldBe("ResourceNotFoundException");
            activity.Status.ShouldBe(ActivityStatusCode.Error);
        }
    }

    [Fact]
    public async Task Durations_capacity_and_commit_groups_are_measured_when_somebody_listens()
    {
        var instruments = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "EFCore.Dynamo.Engine")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => instruments[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => instruments[instrument.Name] = value);
        listener.Start();
        using var client = Open();
        await CreateTableAsync(client);
        await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = Thing("a", 1), ReturnConsumedCapacity = ReturnConsumedCapacity.Total });

        instruments.Keys.Order(StringComparer.Ordinal).ShouldBe(["db.client.operation.duration", "dynamo.commit_group.size", "dynamo.consumed_capacity"]);
        instruments["dynamo.commit_group.size"].ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Durations_of_failed_operations_name_the_error_without_a_trace()
    {
        var table = $"measured-{Guid.NewGuid():N}";
        var errors = new ConcurrentBag<object?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "EFCore.Dynamo.Engine", Name: "db.client.operation.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            var values = new Dictionary<string, object?>(tags.ToArray());
            if (table.Equals(values["db.collection.name"]))
            {
                errors.Add(values.GetValueOrDefault("error.type"));
            }
        });
        listener.Start();
        using var client = Open();

        await Should.ThrowAsync<ResourceNotFoundException>(async () =>
            await client.GetItemAsync(new GetItemRequest { TableName = table, Key = Item.Create(("pk", AttributeValue.FromString("a"))) }));

        errors.ShouldBe(["ResourceNotFoundException"]);
    }

    private static UpdateItemRequest Add() => new()
    {
        TableName = Table,
        Key = Item.Create(("pk", AttributeValue.FromString("counter"))),
        UpdateExpression = "ADD n :one",
        ExpressionAttributeValues = Item.Create((":one", AttributeValue.FromNumber(1))),
    };

    private static Item Thing(string key, int number) => Item.Create(("pk", AttributeValue.FromString(key)), ("n", AttributeValue.FromNumber(number)));

    private static async Task PutAsync(EmbeddedDynamoClient client, string key, int number)
        => await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = Thing(key, number) });

    private static async Task IgnoreMissingTableAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (ResourceNotFoundException)
        {
            // Between the delete and the create.
        }
    }

    private static async Task<long> GetNumberAsync(EmbeddedDynamoClient client, string key)
        => (await client.GetItemAsync(new GetItemRequest { TableName = Table, Key = Item.Create(("pk", AttributeValue.FromString(key))) }))
            .Item.ShouldNotBeNull()["n"].GetNumber().ToInt64();

    private static async Task CreateTableAsync(EmbeddedDynamoClient client, string table = Table) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String), new("n", AttributeType.Number)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        GlobalSecondaryIndexes = [new("by-n", [new("n", KeyType.PartitionKey)], new(ProjectionType.KeysOnly))],
    });

    private EmbeddedDynamoClient Open()
        => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
        {
            DataDirectory = _directory.Path,
            TimeProvider = _time,
            Durability = Engine.Storage.Durability.Relaxed,
        });
}
