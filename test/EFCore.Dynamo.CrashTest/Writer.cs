using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.CrashTest;

/// <summary>Workers that write until the end, each on partitions of its own.</summary>
/// <param name="client">What they write to.</param>
/// <param name="seed">Chooses what they write.</param>
/// <param name="say">Takes the journal's lines, from any thread.</param>
internal sealed class Writer(IDynamoClient client, int seed, Action<string> say)
{
    private const int WorkerCount = 8;
    private const int KeysPerWorker = 25;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, WorkerCount).Select(worker => Task.Run(() => WorkAsync(worker))));

    private async Task WorkAsync(int worker)
    {
        var random = new Random(HashCode.Combine(seed, worker));
        var partition = $"W{worker}";
        while (true)
        {
            if (random.Next(4) == 0)
            {
                await TransactAsync($"T{worker}-{random.Next(4)}");
            }
            else
            {
                await WriteOneAsync(partition, random.Next(KeysPerWorker), random.Next(4));
            }
        }
    }

    private async Task WriteOneAsync(string partition, int number, int choice)
    {
        var key = CrashTable.Key(partition, number);
        var current = await VersionAsync(key);
        var version = Versions.Next();
        switch (choice)
        {
            case 0 when current != 0:
                Say('I', 'D', partition, number, 0);
                await client.DeleteItemAsync(new DeleteItemRequest { TableName = CrashTable.Name, Key = key });
                Say('A', 'D', partition, number, 0);
                break;
            case 1 or 2 when current != 0:
                Say('I', 'U', partition, number, version);
                await client.UpdateItemAsync(UpdateRequest(key, current, version));
                Say('A', 'U', partition, number, version);
                break;
            default:
                Say('I', 'P', partition, number, version);
                await client.PutItemAsync(new PutItemRequest { TableName = CrashTable.Name, Item = CrashTable.FullItem(partition, number, version) });
                Say('A', 'P', partition, number, version);
                break;
        }
    }

    private async Task TransactAsync(string partition)
    {
        var version = Versions.Next();
        var puts = Enumerable.Range(0, CrashTable.ItemsPerTransaction).Select(number => new TransactWriteItem
        {
            Put = new PutItemRequest { TableName = CrashTable.Name, Item = CrashTable.FullItem(partition, number, version) },
        });
        Say('I', 'T', partition, 0, version);
        await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. puts] });
        Say('A', 'T', partition, 0, version);
    }

    private static UpdateItemRequest UpdateRequest(Item key, long current, long version)
    {
        var (status, rank, payload) = CrashTable.Attributes(version);
        return new UpdateItemRequest
        {
            TableName = CrashTable.Name,
            Key = key,
            UpdateExpression = "SET Version = :version, #status = :status, #rank = :rank, Payload = :payload",
            ConditionExpression = "Version = :current",
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#status"] = "Status", ["#rank"] = "Rank" },
            ExpressionAttributeValues = Item.Create(
                (":current", AttributeValue.FromNumber(current)),
                (":version", AttributeValue.FromNumber(version)),
                (":status", AttributeValue.FromString(status)),
                (":rank", AttributeValue.FromNumber(rank)),
                (":payload", AttributeValue.FromString(payload))),
        };
    }

    private async Task<long> VersionAsync(Item key)
    {
        var response = await client.GetItemAsync(new GetItemRequest { TableName = CrashTable.Name, Key = key });
        return response.Item is { } item ? item["Version"].GetNumber().ToInt64() : 0;
    }

    private void Say(char phase, char kind, string partition, int number, long version) => say(Journal.Line(phase, kind, partition, number, version));
}
