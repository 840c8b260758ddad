using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.CrashTest;

/// <summary>Items that all workers write to at once: accounts, a counter, an item that is swapped.</summary>
internal static class BankTable
{
    public const string Name = "bank";
    public const int AccountCount = 10;
    public const long Total = AccountCount * InitialBalance;

    private const long InitialBalance = 1000;

    public static Item Counter => Key("counter");

    public static Item Swapped => Key("swapped");

    public static Item Account(int number) => Key("account-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static async Task CreateAsync(IDynamoClient client)
    {
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Name,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("PK", AttributeType.String)],
            KeySchema = [new("PK", KeyType.PartitionKey)],
        });
        await PutAsync(Counter, 0);
        await PutAsync(Swapped, 0);
        for (var number = 0; number < AccountCount; number++)
        {
            await PutAsync(Account(number), InitialBalance);
        }

        async Task PutAsync(Item key, long amount)
            => await client.PutItemAsync(new PutItemRequest
            {
                TableName = Name,
                Item = Item.Create(("PK", key["PK"]), ("Amount", AttributeValue.FromNumber(amount))),
            });
    }

    public static async Task<long> ReadAsync(IDynamoClient client, Item key)
    {
        var response = await client.GetItemAsync(new GetItemRequest { TableName = Name, Key = key, ConsistentRead = true });
        return response.Item is { } item ? item["Amount"].GetNumber().ToInt64() : throw new InvalidOperationException($"An item of the bank is gone: {key}.");
    }

    private static Item Key(string name) => Item.Create(("PK", AttributeValue.FromString(name)));
}
