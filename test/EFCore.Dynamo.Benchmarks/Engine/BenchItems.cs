using System.Globalization;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Benchmarks.Engine;

/// <summary>The items of the engine measures: 1 KB each, 100 in a partition.</summary>
internal static class BenchItems
{
    public const string TableName = "bench";
    public const int ItemsPerPartition = 100;

    private const int PayloadChars = 940;

    public static CreateTableRequest CreateTableRequest()
        => new()
        {
            TableName = TableName,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("PK", AttributeType.String), new("SK", AttributeType.Number)],
            KeySchema = [new("PK", KeyType.PartitionKey), new("SK", KeyType.SortKey)],
        };

    public static Item Key(int number)
        => Item.Create(("PK", AttributeValue.FromString(Partition(number / ItemsPerPartition))), ("SK", AttributeValue.FromNumber(number % ItemsPerPartition)));

    public static Item Create(int number, int shift = 0)
        => Item.Create(
            ("PK", AttributeValue.FromString(Partition(number / ItemsPerPartition))),
            ("SK", AttributeValue.FromNumber(number % ItemsPerPartition)),
            ("Name", AttributeValue.FromString("item " + number.ToString(CultureInfo.InvariantCulture))),
            ("Count", AttributeValue.FromNumber(number * 7L)),
            ("Payload", AttributeValue.FromString(new string((char)('a' + (number + shift) % 26), PayloadChars))));

    public static string Partition(int partition) => "partition-" + partition.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Fills a new table through BatchWriteItem.</summary>
    public static void Fill(EmbeddedDynamoClient client, int count)
    {
        client.CreateTableAsync(CreateTableRequest()).AsTask().Wait();
        Parallel.ForEach(Enumerable.Range(0, count).Chunk(25), new ParallelOptions { MaxDegreeOfParallelism = 16 }, chunk =>
            client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal)
                {
                    [TableName] = [.. chunk.Select(number => new WriteRequest { PutItem = Create(number) })],
                },
            }).AsTask().Wait());
    }
}
