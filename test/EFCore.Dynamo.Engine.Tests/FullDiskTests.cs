using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>A disk that is really full of small items, written in random order: what is deleted then, and what is written after that.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int DiskBytes = 12 << 20;
    private const int Seed = 20261;
    private const string Table = "full";

    private readonly SmallDisk _disk = SmallDisk.Mount(DiskBytes);
    private readonly ManualTimeProvider _time = new();
    private readonly Random _random = new(Seed);

    // What was acknowledged and not deleted.
    private readonly List<int> _stored = [];

    private long _lastNumber;

    public void Dispose() => _disk.Dispose();

    [FullDiskFact]
    public async Task A_refused_put_says_that_the_disk_is_full()
    {
        using var client = Open();
        await CreateTableAsync(client, Table);
        var refusal = await FillAsync(client);
        refusal.Message.ShouldContain("The disk of");
        refusal.Message.ShouldContain("full");
        refusal.Message.ShouldContain(_disk.Path);
    }

    [FullDiskFact]
    public Task Deletes_in_random_order_are_accepted_and_make_room_for_puts() => DeleteAndPutAsync(Durability.Full, hasIndexes: false);

    [FullDiskFact]
    public Task Deletes_in_random_order_are_accepted_where_the_disk_lags_behind() => DeleteAndPutAsync(Durability.Relaxed, hasIndexes: false);

    [FullDiskFact]
    public Task Deletes_in_random_order_are_accepted_with_index_entries() => DeleteAndPutAsync(Durability.Full, hasIndexes: true);

    private async Task DeleteAndPutAsync(Durability durability, bool hasIndexes)
    {
        using (var client = Open(durability))
        {
            await CreateTableAsync(client, Table, hasIndexes: hasIndexes);
            for (var round = 0; round < 3; round++)
            {
                await FillAsync(client);
                await DeleteAsync(client, 300);
                await BatchDeleteAsync(client, 10);
                await TransactDeleteAsync(client, 10, $"token {round}");
                await DeleteAsync(client, _stored.Count / 2);
                for (var i = 0; i < 1000; i++)
                {
                    await PutAsync(client, Table, TakeNew());
                }
            }
        }

        using var reopened = Open();
        await ShouldHoldAsync(reopened);
    }

    [FullDiskFact]
    public async Task However_often_deletes_and_refused_puts_take_turns_the_next_delete_is_accepted()
    {
        using var client = Open();
        await CreateTableAsync(client, Table);
        await FillAsync(client);
        for (var i = 0; i < 200; i++)
        {
            await DeleteAsync(client, 3);
            await PutUntilRefusedAsync(client, refusals: 2);
        }

        await ShouldHoldAsync(client);
    }

    [FullDiskFact]
    public async Task A_store_that_is_opened_on_a_full_disk_deletes()
    {
        using (var client = Open())
        {
            await CreateTableAsync(client, Table);
            await FillAsync(client);
        }

        FillDisk();
        using var reopened = Open();
        (await Should.ThrowAsync<StorageFullException>(
            async () => await PutAsync(reopened, Table, -1, new string('x', 100_000)))).Message.ShouldContain("The disk of");
        await DeleteAsync(reopened, _stored.Count / 2);
        await PutAsync(reopened, Table, TakeNew());
        await ShouldHoldAsync(reopened);
    }

    [FullDiskFact]
    public async Task Deletes_of_a_table_with_a_stream_are_accepted_until_its_records_do_not_fit_and_without_it_after_that()
    {
        using var client = Open();
        await CreateTableAsync(client, Table, StreamViewType.NewAndOldImages);
        await FillAsync(client);
        await BatchDeleteAsync(client, 10);
        await TransactDeleteAsync(client, 5, "token");
        await DeleteAsync(client, 500);
        var refusal = await Should.ThrowAsync<StorageFullException>(() => DeleteAsync(client, _stored.Count));
        refusal.Message.ShouldContain("The disk of");
        refusal.Message.ShouldContain("stream");

        await client.UpdateTableAsync(new UpdateTableRequest { TableName = Table, StreamSpecification = new(StreamEnabled: false) });
        await DeleteAsync(client, _stored.Count / 2);
        await PutAsync(client, Table, TakeNew());
        await ShouldHoldAsync(client);
    }

    [FullDiskFact]
    public async Task A_table_is_deleted_and_its_items_make_room()
    {
        using var client = Open();
        await CreateTableAsync(client, "other");
        await CreateTableAsync(client, Table);
        await FillAsync(client);
        await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        await client.WhenPurgedAsync();
        client.CountItems().ShouldBe(0);
        for (var i = 0; i < 5000; i++)
        {
            await PutAsync(client, "other", i);
        }
    }

    [FullDiskFact]
    public async Task Expired_items_are_deleted()
    {
        using var client = Open();
        await CreateTableAsync(client, Table);
        await client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest { TableName = Table, TimeToLiveSpecification = new(Enabled: true, "expires") });
        await client.WhenExpiryIsIdleAsync();
        await FillAsync(client);

        _time.Now += TimeSpan.FromHours(2);
        await client.WhenExpiryIsIdleAsync();

        client.CountItems().ShouldBe(0);
        await PutAsync(client, Table, TakeNew());
    }

    [FullDiskFact]
    public async Task Expired_items_are_deleted_in_small_steps_where_the_stream_records_of_many_do_not_fit()
    {
        using var client = Open();
        await CreateTableAsync(client, Table, StreamViewType.NewAndOldImages);
        await client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest { TableName = Table, TimeToLiveSpecification = new(Enabled: true, "expires") });
        await client.WhenExpiryIsIdleAsync();
        await Should.ThrowAsync<StorageFullException>(async () =>
        {
            while (true)
            {
                await PutAsync(client, Table, TakeNew(), new string('x', 60_000));
            }
        });

        _time.Now += TimeSpan.FromHours(2);
        await client.WhenExpiryIsIdleAsync();

        client.CountItems().ShouldBe(0);
    }

    private EmbeddedDynamoClient Open(Durability durability = Durability.Full)
        => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
        {
            DataDirectory = Path.Combine(_disk.Path, "data"),
            TimeProvider = _time,
            Durability = durability,
        });

    /// <summary>Somebody else takes what is left of the disk.</summary>
    private void FillDisk()
    {
        try
        {
            using var stream = new FileStream(Path.Combine(_disk.Path, "other"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // That was the last block.
        }
    }

    private static async Task CreateTableAsync(EmbeddedDynamoClient client, string table, StreamViewType? stream = null, bool hasIndexes = false)
        => await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = table,
            AttributeDefinitions = hasIndexes
            ? [new("pk", AttributeType.Number), new("by", AttributeType.Number), new("expires", AttributeType.Number)]
            : [new("pk", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = hasIndexes
            ?
            [
                new("one", [new("by", KeyType.PartitionKey)], new(ProjectionType.All)),
                new("two", [new("expires", KeyType.PartitionKey), new("by", KeyType.SortKey)], new(ProjectionType.KeysOnly)),
            ]
            : null,
            BillingMode = BillingMode.PayPerRequest,
            StreamSpecification = stream is { } type ? new(StreamEnabled: true, type) : null,
        });

    /// <summary>Until no put fits: the last ones find no room in the leaf that they would go to.</summary>
    private async Task<StorageFullException> FillAsync(EmbeddedDynamoClient client) => await PutUntilRefusedAsync(client, refusals: 50);

    private async Task<StorageFullException> PutUntilRefusedAsync(EmbeddedDynamoClient client, int refusals)
    {
        while (true)
        {
            try
            {
                await PutAsync(client, Table, TakeNew());
            }
            catch (StorageFullException refusal)
            {
                _stored.RemoveAt(_stored.Count - 1);
                if (--refusals == 0)
                {
                    return refusal;
                }
            }
        }
    }

    private int TakeNew()
    {
        // Each number once, in an order that looks random.
        _stored.Add((int)(++_lastNumber * 2_654_435_761 & int.MaxValue));
        return _stored[^1];
    }

    private int TakeStored()
    {
        var at = _random.Next(_stored.Count);
        var number = _stored[at];
        _stored[at] = _stored[^1];
        _stored.RemoveAt(_stored.Count - 1);
        return number;
    }

    private async Task PutAsync(EmbeddedDynamoClient client, string table, int number, string? text = null) => await client.PutItemAsync(new PutItemRequest
    {
        TableName = table,
        Item = Item.Create(
            ("pk", AttributeValue.FromNumber(number)),
            ("by", AttributeValue.FromNumber(number ^ 0x2aaaaaaa)),
            ("expires", AttributeValue.FromNumber(_time.Now.ToUnixTimeSeconds() + 60)),
            ("text", AttributeValue.FromString(text ?? new string('x', 260)))),
    });

    private async Task DeleteAsync(EmbeddedDynamoClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = TakeStored();
            try
            {
                await client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = ToKey(number) });
            }
            catch (StorageFullException)
            {
                _stored.Add(number);
                throw;
            }
        }
    }

    private async Task BatchDeleteAsync(EmbeddedDynamoClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal)
                {
                    [Table] = [.. Enumerable.Range(0, 25).Select(_ => new WriteRequest { DeleteKey = ToKey(TakeStored()) })],
                },
            });
        }
    }

    private async Task TransactDeleteAsync(EmbeddedDynamoClient client, int count, string token)
    {
        for (var i = 0; i < count; i++)
        {
            await client.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                ClientRequestToken = $"{token} {i}",
                TransactItems = [.. Enumerable.Range(0, 100).Select(
                    _ => new TransactWriteItem { Delete = new() { TableName = Table, Key = ToKey(TakeStored()) } })],
            });
        }
    }

    private static Item ToKey(int number) => Item.Create(("pk", AttributeValue.FromNumber(number)));

    private async Task ShouldHoldAsync(EmbeddedDynamoClient client)
    {
        var found = new HashSet<int>();
        Item? startKey = null;
        do
        {
            var page = await client.ScanAsync(new ScanRequest { TableName = Table, ProjectionExpression = "pk", ExclusiveStartKey = startKey });
            found.UnionWith(page.Items.Select(static item => (int)item["pk"].GetNumber().ToDecimal()));
            startKey = page.LastEvaluatedKey;
        }
        while (startKey is not null);
        found.SetEquals(_stored).ShouldBeTrue($"seed {Seed}: {found.Count} items, {_stored.Count} were acknowledged and not deleted");
    }
}
