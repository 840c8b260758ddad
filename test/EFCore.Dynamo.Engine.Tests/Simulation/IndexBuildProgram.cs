using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

/// <summary>
///     What the child process of a test does: fills a table, lets an index be built, and writes until it is killed; a line for each acknowledged write.
/// </summary>
internal static class IndexBuildProgram
{
    public const string Table = "killed";

    private const int ItemCount = 4000;

    public static async Task RunAsync(string directory)
    {
        await using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory, Durability = Durability.Relaxed });
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
        });
        for (var i = 0; i < ItemCount; i++)
        {
            await PutAsync(client, i, i % 7);
        }

        await client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            AttributeDefinitions = [new("g", AttributeType.Number)],
            GlobalSecondaryIndexUpdates = [new()
            {
                Create = new() { IndexName = "by-g", KeySchema = [new("g", KeyType.PartitionKey)], Projection = new(ProjectionType.KeysOnly) },
            }],
        });
        for (var i = 0; ; i++)
        {
            await PutAsync(client, i * 17 % ItemCount, i % 5);
            Console.WriteLine("written");
        }
    }

    private static async Task PutAsync(EmbeddedDynamoClient client, int key, int group) => await client.PutItemAsync(new PutItemRequest
    {
        TableName = Table,
        Item = Item.Create(
            ("pk", AttributeValue.FromNumber(key)), ("g", AttributeValue.FromNumber(group)), ("text", AttributeValue.FromString(new string('x', 300)))),
    });
}
