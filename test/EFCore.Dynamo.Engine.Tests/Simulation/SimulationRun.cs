using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Streams;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

/// <summary>Random operations on an engine and on the oracle, from one seed; after each read and each reopen both must agree.</summary>
internal sealed class SimulationRun : IDisposable
{
    private const string Table = "simulated";

    private readonly int _seed;
    private readonly string _directory;
    private readonly Random _random;
    private readonly SimulatedItems _items;
    private readonly OracleTable _oracle = new();
    private readonly ManualTimeProvider _time = new();

    private EmbeddedDynamoClient _client;

    public SimulationRun(int seed, string directory)
    {
        _seed = seed;
        _directory = directory;
        _random = new Random(seed);
        _items = new SimulatedItems(_random);
        _client = Open();
    }

    public async Task RunAsync(int stepCount)
    {
        await CreateTableAsync();
        for (var step = 0; step < stepCount; step++)
        {
            try
            {
                // Less than a day in all, so that no record is trimmed; some ten generations of shards.
                _time.Now += TimeSpan.FromSeconds(_random.Next(30));
                await StepAsync();
                if (step % 400 == 399)
                {
                    await ReopenAsync();
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Simulation failed: seed {_seed}, step {step}: {exception.Message}", exception);
            }
        }

        await ReopenAsync();
    }

    public void Dispose() => _client.Dispose();

    private EmbeddedDynamoClient Open() => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
    {
        DataDirectory = _directory,
        Durability = Durability.Relaxed,
        InitialMapSizeBytes = 1 << 20,
        TimeProvider = _time,
        StreamShardCount = 1 + (_seed % 3),
        StreamShardLifetime = TimeSpan.FromHours(1),
    });

    private Task StepAsync() => _random.Next(100) switch
    {
        < 25 => PutAsync(),
        < 45 => UpdateAsync(),
        < 55 => DeleteAsync(),
        < 65 => TransactAsync(),
        < 70 => BatchWriteAsync(),
        < 78 => GetAsync(),
        < 86 => QueryAsync(),
        < 92 => QueryGlobalIndexAsync(),
        < 97 => QueryLocalIndexAsync(),
        _ => ScanAsync(),
    };

    private async Task CreateTableAsync() => await _client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions =
            [
                new("pk", AttributeType.String),
                new("sk", AttributeType.Number),
                new("g", AttributeType.String),
                new("h", AttributeType.Number),
                new("l", AttributeType.String),
            ],
        KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
        GlobalSecondaryIndexes = [new("global", [new("g", KeyType.PartitionKey), new("h", KeyType.SortKey)], new(ProjectionType.Include, ["n"]))],
        LocalSecondaryIndexes = [new("local", [new("pk", KeyType.PartitionKey), new("l", KeyType.SortKey)], new(ProjectionType.All))],
        StreamSpecification = new StreamSpecification(StreamEnabled: true, StreamViewType.NewAndOldImages),
    });

    private async Task PutAsync()
    {
        var (partitionKey, sortKey) = _items.NextKey();
        var attributes = _items.NextAttributes(partitionKey, sortKey);
        var mustBeNew = _random.Next(4) == 0;
        var before = _oracle.Get(partitionKey, sortKey);
        try
        {
            var response = await _client.PutItemAsync(new PutItemRequest
            {
                TableName = Table,
                Item = SimulatedItems.ToItem(attributes),
                ConditionExpression = mustBeNew ? "attribute_not_exists(pk)" : null,
                ReturnValues = ReturnValues.AllOld,
            });
            (mustBeNew && before is not null).ShouldBeFalse("the condition should have failed");
            response.Attributes.ShouldBe(before);
            _oracle.Put(partitionKey, sortKey, attributes);
        }
        catch (ConditionalCheckFailedException)
        {
            (mustBeNew && before is not null).ShouldBeTrue("the condition should have held");
        }
    }

    private async Task UpdateAsync()
    {
        var (partitionKey, sortKey) = _items.NextKey();
        var (request, apply) = NextUpdate(partitionKey, sortKey);
        var response = await _client.UpdateItemAsync(request with { ReturnValues = ReturnValues.AllNew });
        apply();
        response.Attributes.ShouldBe(_oracle.Get(partitionKey, sortKey));
    }

    private (UpdateItemRequest Request, Action Apply) NextUpdate(string partitionKey, long sortKey)
    {
        var request = new UpdateItemRequest { TableName = Table, Key = SimulatedItems.Key(partitionKey, sortKey) };
        switch (_random.Next(4))
        {
            case 0:
                var number = _random.Next(5);
                return (request with { UpdateExpression = "SET h = :v", ExpressionAttributeValues = Item.Create((":v", AttributeValue.FromNumber(number))) },
                    () => _oracle.Update(partitionKey, sortKey)["h"] = AttributeValue.FromNumber(number));
            case 1:
                var text = $"g{_random.Next(4)}";
                return (request with
                {
                    UpdateExpression = "SET g = :v REMOVE l",
                    ExpressionAttributeValues = Item.Create((":v", AttributeValue.FromString(text))),
                },
                    () => _oracle.MoveToGroup(partitionKey, sortKey, text));
            case 2:
                return (request with { UpdateExpression = "REMOVE g" }, () => _oracle.LeaveGroup(partitionKey, sortKey));
            default:
                return (request with { UpdateExpression = "ADD n :one", ExpressionAttributeValues = Item.Create((":one", AttributeValue.FromNumber(1))) },
                    () => _oracle.Increment(partitionKey, sortKey));
        }
    }

    private async Task DeleteAsync()
    {
        var (partitionKey, sortKey) = _items.NextKey();
        var response = await _client.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = Table,
            Key = SimulatedItems.Key(partitionKey, sortKey),
            ReturnValues = ReturnValues.AllOld,
        });
        response.Attributes.ShouldBe(_oracle.Get(partitionKey, sortKey));
        _oracle.Delete(partitionKey, sortKey);
    }

    private async Task TransactAsync()
    {
        var parts = new List<TransactWriteItem>();
        var apply = new List<Action>();
        foreach (var (partitionKey, sortKey) in Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => _items.NextKey()).Distinct().ToList())
        {
            AddPart(partitionKey, sortKey, parts, apply);
        }

        var fails = false;
        var (checkedPartition, checkedSort) = ($"p{_random.Next(6)}", 1000L);
        if (_random.Next(3) == 0)
        {
            fails = true;
            parts.Add(new()
            {
                ConditionCheck = new()
                {
                    TableName = Table,
                    Key = SimulatedItems.Key(checkedPartition, checkedSort),
                    ConditionExpression = "attribute_exists(pk)",
                },
            });
        }

        try
        {
            await _client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = parts });
            fails.ShouldBeFalse("the transaction should have been cancelled");
            apply.ForEach(static action => action());
        }
        catch (TransactionCanceledException)
        {
            fails.ShouldBeTrue("the transaction should have been committed");
        }
    }

    private void AddPart(string partitionKey, long sortKey, List<TransactWriteItem> parts, List<Action> apply)
    {
        switch (_random.Next(3))
        {
            case 0:
                var attributes = _items.NextAttributes(partitionKey, sortKey);
                parts.Add(new() { Put = new() { TableName = Table, Item = SimulatedItems.ToItem(attributes) } });
                apply.Add(() => _oracle.Put(partitionKey, sortKey, attributes));
                break;
            case 1:
                parts.Add(new() { Delete = new() { TableName = Table, Key = SimulatedItems.Key(partitionKey, sortKey) } });
                apply.Add(() => _oracle.Delete(partitionKey, sortKey));
                break;
            default:
                var (request, update) = NextUpdate(partitionKey, sortKey);
                parts.Add(new() { Update = request });
                apply.Add(update);
                break;
        }
    }

    private async Task BatchWriteAsync()
    {
        var writes = new List<WriteRequest>();
        foreach (var (partitionKey, sortKey) in Enumerable.Range(0, 1 + _random.Next(20)).Select(_ => _items.NextKey()).Distinct().ToList())
        {
            if (_random.Next(3) == 0)
            {
                writes.Add(new() { DeleteKey = SimulatedItems.Key(partitionKey, sortKey) });
                _oracle.Delete(partitionKey, sortKey);
            }
            else
            {
                var attributes = _items.NextAttributes(partitionKey, sortKey);
                writes.Add(new() { PutItem = SimulatedItems.ToItem(attributes) });
                _oracle.Put(partitionKey, sortKey, attributes);
            }
        }

        await _client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal) { [Table] = writes },
        });
    }

    private async Task GetAsync()
    {
        var (partitionKey, sortKey) = _items.NextKey();
        var response = await _client.GetItemAsync(new GetItemRequest { TableName = Table, Key = SimulatedItems.Key(partitionKey, sortKey) });
        response.Item.ShouldBe(_oracle.Get(partitionKey, sortKey));
    }

    private async Task QueryAsync()
    {
        var partitionKey = $"p{_random.Next(6)}";
        var low = _random.Next(-22, 10);
        var high = low + _random.Next(25);
        var forward = _random.Next(2) == 0;
        var items = await ReadPagesAsync(new QueryRequest
        {
            TableName = Table,
            KeyConditionExpression = "pk = :pk AND sk BETWEEN :low AND :high",
            ExpressionAttributeValues = Item.Create(
                (":pk", AttributeValue.FromString(partitionKey)), (":low", AttributeValue.FromNumber(low)), (":high", AttributeValue.FromNumber(high))),
            ScanIndexForward = forward,
        });

        var expected = _oracle.Query(partitionKey, low, high);
        if (!forward)
        {
            expected.Reverse();
        }

        items.ShouldBe(expected);
    }

    private async Task QueryGlobalIndexAsync()
    {
        var value = $"g{_random.Next(4)}";
        var items = await ReadPagesAsync(new QueryRequest
        {
            TableName = Table,
            IndexName = "global",
            KeyConditionExpression = "g = :g",
            ExpressionAttributeValues = Item.Create((":g", AttributeValue.FromString(value))),
        });

        ShouldBeSameUpToTies(items, _oracle.QueryGlobalIndex(value).ConvertAll(SimulatedItems.Include), static item => item["h"].ToString());
    }

    private async Task QueryLocalIndexAsync()
    {
        var partitionKey = $"p{_random.Next(6)}";
        var items = await ReadPagesAsync(new QueryRequest
        {
            TableName = Table,
            IndexName = "local",
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = Item.Create((":pk", AttributeValue.FromString(partitionKey))),
        });

        ShouldBeSameUpToTies(items, _oracle.QueryLocalIndex(partitionKey), static item => item["l"].ToString());
    }

    private async Task ScanAsync()
    {
        var totalSegments = 1 + _random.Next(4);
        var items = new List<Item>();
        for (var segment = 0; segment < totalSegments; segment++)
        {
            items.AddRange(await ScanPagesAsync(null, segment, totalSegments));
        }

        ShouldBeSameSet(items, _oracle.All);
    }

    private async Task<List<Item>> ScanPagesAsync(string? index, int? segment = null, int? totalSegments = null)
    {
        var items = new List<Item>();
        var request = new ScanRequest { TableName = Table, IndexName = index, Segment = segment, TotalSegments = totalSegments, Limit = 1 + _random.Next(50) };
        do
        {
            var page = await _client.ScanAsync(request);
            items.AddRange(page.Items);
            request = request with { ExclusiveStartKey = page.LastEvaluatedKey };
        }
        while (request.ExclusiveStartKey is not null);
        return items;
    }

    private async Task<List<Item>> ReadPagesAsync(QueryRequest request)
    {
        var items = new List<Item>();
        request = request with { Limit = _random.Next(3) == 0 ? 1 + _random.Next(5) : null };
        do
        {
            var page = await _client.QueryAsync(request);
            items.AddRange(page.Items);
            request = request with { ExclusiveStartKey = page.LastEvaluatedKey };
        }
        while (request.ExclusiveStartKey is not null);
        return items;
    }

    private async Task ReopenAsync()
    {
        await _client.DisposeAsync();
        _client = Open();
        (await StreamReplay.RebuildAsync(_client, Table)).Values.ShouldBe(_oracle.All, ignoreOrder: true);
        var description = (await _client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;
        description.ItemCount.ShouldBe(_oracle.Count);
        description.TableSizeBytes.ShouldBe(_oracle.SizeBytes);

        ShouldBeSameSet(await ScanPagesAsync(null), _oracle.All);
        var global = _oracle.All.Where(static item => item.ContainsKey("g") && item.ContainsKey("h")).Select(SimulatedItems.Include).ToList();
        ShouldBeSameSet(await ScanPagesAsync("global"), global);
        description.GlobalSecondaryIndexes.ShouldNotBeNull()[0].ItemCount.ShouldBe(global.Count);
        description.GlobalSecondaryIndexes[0].IndexSizeBytes.ShouldBe(global.Sum(static item => (long)item.SizeBytes));
        var local = _oracle.All.Where(static item => item.ContainsKey("l")).ToList();
        ShouldBeSameSet(await ScanPagesAsync("local"), local);
        description.LocalSecondaryIndexes.ShouldNotBeNull()[0].ItemCount.ShouldBe(local.Count);
    }

    private static void ShouldBeSameUpToTies(List<Item> actual, List<Item> expected, Func<Item, string> key)
    {
        actual.Select(key).ShouldBe(expected.Select(key));
        ShouldBeSameSet(actual, expected);
    }

    private static void ShouldBeSameSet(IEnumerable<Item> actual, IEnumerable<Item> expected)
        => actual.Select(static item => item.ToString()).Order(StringComparer.Ordinal).ShouldBe(
            expected.Select(static item => item.ToString()).Order(StringComparer.Ordinal));
}
