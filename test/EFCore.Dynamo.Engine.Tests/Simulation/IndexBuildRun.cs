using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

/// <summary>An index is built over a table that is written to all the while, in steps between the writes, over reopens; all from one seed.</summary>
/// <remarks>The clock stands before the time when the engine's own worker may begin, so that the steps are the run's.</remarks>
internal sealed class IndexBuildRun(int seed, string directory) : IDisposable
{
    private const string Table = "simulated";
    private const int KeyCount = 1500;

    private static readonly TimeSpan Delay = TimeSpan.FromHours(1);

    private readonly Random _random = new(seed);
    private readonly ManualTimeProvider _time = new();
    private readonly SortedDictionary<string, Item> _oracle = new(StringComparer.Ordinal);

    private EmbeddedDynamoClient? _client;

    private EmbeddedDynamoClient Client => _client ??= EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
    {
        DataDirectory = directory,
        Durability = Durability.Relaxed,
        TimeProvider = _time,
        ControlPlaneDelay = Delay,
    });

    public async Task RunAsync()
    {
        await CreateTableAsync();
        for (var i = 0; i < KeyCount; i++)
        {
            await PutAsync($"k{i}", mayBeUnfit: true);
        }

        await CreateIndexAsync();
        await WriteWhileBuildingAsync(stepCount: 1200);

        _time.Now += Delay;
        await WhenAsync(static table => table.GlobalSecondaryIndexes!.All(static index => index.IndexStatus == IndexStatus.Active)); // it has one
        await ShouldAgreeAsync();
        for (var i = 0; i < 200; i++)
        {
            await WriteAsync();
        }

        await ShouldAgreeAsync();
    }

    /// <summary>The index goes while it is being built; nothing of it stays in the file.</summary>
    public async Task RunAndRemoveAsync()
    {
        await CreateTableAsync();
        for (var i = 0; i < KeyCount; i++)
        {
            await PutAsync($"k{i}", mayBeUnfit: true);
        }

        await CreateIndexAsync();
        await WriteWhileBuildingAsync(stepCount: 100);
        await BuildSomeAsync();

        // Its table may be changed again, and it is being filled: the time when it may be deleted.
        _time.Now += Delay;
        await Client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "built" } }],
        });
        Reopen();
        for (var i = 0; i < 100; i++)
        {
            await WriteAsync();
        }

        _time.Now += Delay;
        await WhenAsync(static table => table.GlobalSecondaryIndexes is null);
        Client.CountItems().ShouldBe(_oracle.Count);
        (await DescribeAsync()).ItemCount.ShouldBe(_oracle.Count);
    }

    public void Dispose() => _client?.Dispose();

    private async Task WriteWhileBuildingAsync(int stepCount)
    {
        for (var step = 0; step < stepCount; step++)
        {
            if (_random.Next(60) == 0)
            {
                await BuildSomeAsync();
            }
            else if (_random.Next(300) == 0)
            {
                Reopen();
            }
            else
            {
                await WriteAsync();
            }
        }
    }

    private void Reopen()
    {
        _client?.Dispose();
        _client = null;
    }

    private async Task CreateTableAsync()
    {
        await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
        });
        _time.Now += Delay;
    }

    private async Task CreateIndexAsync()
    {
        var answer = await Client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            AttributeDefinitions = [new("g", AttributeType.String), new("h", AttributeType.Number)],
            GlobalSecondaryIndexUpdates =
            [
                new()
                {
                    Create = new()
                    {
                        IndexName = "built",
                        KeySchema = [new("g", KeyType.PartitionKey), new("h", KeyType.SortKey)],
                        Projection = new(ProjectionType.Include, ["n"]),
                    },
                },
            ],
        });
        answer.TableDescription.GlobalSecondaryIndexes.ShouldNotBeNull()[0].Backfilling.ShouldBe(false);
    }

    private async Task BuildSomeAsync()
    {
        var table = Client.Context.FindDefinition(Table).ShouldNotBeNull();
        if (table.FindIndex("built") is { IsBuilding: true } index)
        {
            await Client.Context.Store.WriteAsync(new IndexBuildStep(table, index), CancellationToken.None);
        }
    }

    private Task WriteAsync()
    {
        var key = $"k{_random.Next(KeyCount)}";
        return _random.Next(10) switch
        {
            < 4 => PutAsync(key, mayBeUnfit: false),
            < 6 => DeleteAsync(key),
            < 8 => MoveAsync(key),
            _ => TransactAsync(),
        };
    }

    private async Task PutAsync(string key, bool mayBeUnfit)
    {
        var item = NextItem(key, mayBeUnfit);
        await Client.PutItemAsync(new PutItemRequest { TableName = Table, Item = item });
        _oracle[key] = item;
    }

    private async Task DeleteAsync(string key)
    {
        await Client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Key(key) });
        _oracle.Remove(key);
    }

    private async Task MoveAsync(string key)
    {
        var group = AttributeValue.FromString($"g{_random.Next(5)}");
        var number = AttributeValue.FromNumber(_random.Next(3));
        var request = new UpdateItemRequest { TableName = Table, Key = Key(key), ReturnValues = ReturnValues.AllNew };
        var response = await Client.UpdateItemAsync(_random.Next(3) == 0
            ? request with { UpdateExpression = "SET g = :g REMOVE h, n", ExpressionAttributeValues = Item.Create((":g", group)) }
            : request with { UpdateExpression = "SET g = :g, h = :h", ExpressionAttributeValues = Item.Create((":g", group), (":h", number)) });
        _oracle[key] = response.Attributes.ShouldNotBeNull();
    }

    private async Task TransactAsync()
    {
        var keys = Enumerable.Range(0, 4).Select(_ => $"k{_random.Next(KeyCount)}").Distinct(StringComparer.Ordinal).ToList();
        var items = keys.ConvertAll(key => _random.Next(3) == 0 ? (Item?)null : NextItem(key, mayBeUnfit: false));
        await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                .. keys.Zip(items, static (key, item) => item is { } put
                    ? new TransactWriteItem { Put = new() { TableName = Table, Item = put } }
                    : new TransactWriteItem { Delete = new() { TableName = Table, Key = Key(key) } }),
            ],
        });
        foreach (var (key, item) in keys.Zip(items))
        {
            if (item is { } put)
            {
                _oracle[key] = put;
            }
            else
            {
                _oracle.Remove(key);
            }
        }
    }

    private Item NextItem(string key, bool mayBeUnfit)
    {
        var builder = new ItemBuilder();
        builder.Add("pk", AttributeValue.FromString(key));
        if (_random.Next(4) > 0)
        {
            builder.Add("g", mayBeUnfit ? NextGroup() : AttributeValue.FromString($"g{_random.Next(5)}"));
        }

        if (_random.Next(4) > 0)
        {
            builder.Add("h", AttributeValue.FromNumber(_random.Next(3)));
        }

        if (_random.Next(2) > 0)
        {
            builder.Add("n", AttributeValue.FromNumber(_random.Next(100)));
        }

        return builder.Build();
    }

    private AttributeValue NextGroup() => _random.Next(8) switch
    {
        0 => AttributeValue.FromNumber(7),
        1 => AttributeValue.FromString(string.Empty),
        2 => AttributeValue.FromString(new string('g', 2049)),
        _ => AttributeValue.FromString($"g{_random.Next(5)}"),
    };

    private static Item Key(string key) => Item.Create(("pk", AttributeValue.FromString(key)));

    private async Task ShouldAgreeAsync()
    {
        var expected = _oracle.Values.Select(Project).OfType<Item>().ToList();
        var actual = new List<Item>();
        var request = new ScanRequest { TableName = Table, IndexName = "built", Limit = 1 + _random.Next(200) };
        do
        {
            var page = await Client.ScanAsync(request);
            actual.AddRange(page.Items);
            request = request with { ExclusiveStartKey = page.LastEvaluatedKey };
        }
        while (request.ExclusiveStartKey is not null);

        actual.Select(static item => item.ToString()).Order(StringComparer.Ordinal).ShouldBe(
            expected.Select(static item => item.ToString()).Order(StringComparer.Ordinal));
        var table = await DescribeAsync();
        table.ItemCount.ShouldBe(_oracle.Count);
        table.TableSizeBytes.ShouldBe(_oracle.Values.Sum(static item => (long)item.SizeBytes));
        var index = table.GlobalSecondaryIndexes.ShouldNotBeNull().ShouldHaveSingleItem();
        index.ItemCount.ShouldBe(expected.Count);
        index.IndexSizeBytes.ShouldBe(expected.Sum(static item => (long)item.SizeBytes));
    }

    /// <summary>What the index should hold of an item: nothing without a key that fits.</summary>
    private static Item? Project(Item item)
    {
        if (!item.TryGetValue("g", out var group) || group.Type != AttributeType.String || group.GetString().Length is 0 or > 2048 || !item.ContainsKey("h"))
        {
            return null;
        }

        var builder = new ItemBuilder();
        foreach (var name in (string[])["g", "h", "n", "pk"])
        {
            if (item.TryGetValue(name, out var value))
            {
                builder.Add(name, value);
            }
        }

        return builder.Build();
    }

    private async Task WhenAsync(Func<TableDescription, bool> condition)
    {
        while (!condition(await DescribeAsync()))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private async Task<TableDescription> DescribeAsync() => (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;
}
