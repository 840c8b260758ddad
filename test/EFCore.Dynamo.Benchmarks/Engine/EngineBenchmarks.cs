using EFCore.Dynamo.Benchmarks.Harness;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Benchmarks.Engine;

/// <summary>The engine in process against bare LMDB, and its grouped writers against a single one.</summary>
internal sealed class EngineBenchmarks(string directory, PairedRun run, Report report)
{
    private const int ItemCount = 10_000;
    private const int WriterCount = 64;

    private readonly Item[][] _generations = [.. Enumerable.Range(1, 2).Select(
        shift => Enumerable.Range(0, ItemCount).Select(number => BenchItems.Create(number, shift)).ToArray())];

    private long _putCount;

    public void Run()
    {
        var keys = Enumerable.Range(0, ItemCount).Select(BenchItems.Key).ToArray();

        using (var client = Open("relaxed", Durability.Relaxed))
        using (var bare = new BareLmdb(Path.Combine(directory, "bare"), ItemCount, sync: false))
        {
            report.Add(run.Throughput("engine-get", 0.5, count => Get(client, keys, count), bare.Get));
            report.Add(run.Throughput("engine-put-relaxed", 0.5, count => Put(client, count), bare.Put));
            report.Add(run.Throughput(
                "engine-query-100", 0.3, count => Query(client, count), bare.ReadHundred, " items/s", BenchItems.ItemsPerPartition));
        }

        using (var client = Open("durable", Durability.Full))
        {
            report.Add(run.Throughput(
                $"engine-put-durable-{WriterCount}", 3, count => PutConcurrently(client, count), count => Put(client, count)));
        }
    }

    private EmbeddedDynamoClient Open(string name, Durability durability)
    {
        var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = Path.Combine(directory, name), Durability = durability });
        BenchItems.Fill(client, ItemCount);
        return client;
    }

    internal static void Get(EmbeddedDynamoClient client, Item[] keys, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var response = client.GetItemAsync(new GetItemRequest { TableName = BenchItems.TableName, Key = keys[(int)((i * 7919L) % keys.Length)] });
            if (response.GetAwaiter().GetResult().Item is null)
            {
                throw new InvalidOperationException("An item is missing.");
            }
        }
    }

    private static void Query(EmbeddedDynamoClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var response = client.QueryAsync(new QueryRequest
            {
                TableName = BenchItems.TableName,
                KeyConditionExpression = "PK = :pk",
                ExpressionAttributeValues = Item.Create(
                    (":pk", AttributeValue.FromString(BenchItems.Partition((int)((i * 37L) % (ItemCount / BenchItems.ItemsPerPartition)))))),
            });
            if (response.GetAwaiter().GetResult().Count != BenchItems.ItemsPerPartition)
            {
                throw new InvalidOperationException("Items are missing.");
            }
        }
    }

    private void Put(EmbeddedDynamoClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            client.PutItemAsync(NextPut()).AsTask().GetAwaiter().GetResult();
        }
    }

    private void PutConcurrently(EmbeddedDynamoClient client, int count)
        => Task.WaitAll(Enumerable.Range(0, WriterCount).Select(writer => Task.Run(async () =>
        {
            for (var i = writer; i < count; i += WriterCount)
            {
                await client.PutItemAsync(NextPut());
            }
        })).ToArray());

    // Each pass over the items changes them (the table was filled with shift 0): a put that changes nothing would write nothing.
    private PutItemRequest NextPut()
    {
        var put = Interlocked.Increment(ref _putCount);
        var generation = _generations[put / ItemCount % _generations.Length];
        return new PutItemRequest { TableName = BenchItems.TableName, Item = generation[put * 7919 % ItemCount] };
    }
}
