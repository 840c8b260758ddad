using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.CrashTest;

/// <summary>Workers that write to the same items: they add to a counter, swap on condition, and transfer between accounts by transaction.</summary>
/// <inheritdoc cref="Writer" />
internal sealed class BankWriter(IDynamoClient client, int seed, Action<string> say)
{
    private const int WorkerCount = 3;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, WorkerCount).Select(worker => Task.Run(() => WorkAsync(worker))));

    private async Task WorkAsync(int worker)
    {
        var random = new Random(HashCode.Combine(seed, "bank", worker));
        while (true)
        {
            switch (random.Next(3))
            {
                case 0:
                    await CountAsync();
                    break;
                case 1:
                    await SwapAsync();
                    break;
                default:
                    await TransferAsync(random);
                    break;
            }
        }
    }

    private async Task CountAsync()
    {
        say(Journal.Line('I', 'C', "counter", 0, 1));
        await client.UpdateItemAsync(Add(BankTable.Counter, 1));
        say(Journal.Line('A', 'C', "counter", 0, 1));
    }

    private async Task SwapAsync()
    {
        var from = await BankTable.ReadAsync(client, BankTable.Swapped);
        var to = Versions.Next();
        try
        {
            await client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = BankTable.Name,
                Key = BankTable.Swapped,
                UpdateExpression = "SET Amount = :to",
                ConditionExpression = "Amount = :from",
                ExpressionAttributeValues = Item.Create((":to", AttributeValue.FromNumber(to)), (":from", AttributeValue.FromNumber(from))),
            });
            say(Journal.Line('A', 'S', from.ToString(System.Globalization.CultureInfo.InvariantCulture), 0, to));
        }
        catch (ConditionalCheckFailedException)
        {
            // Another worker was faster.
        }
    }

    private async Task TransferAsync(Random random)
    {
        var from = random.Next(BankTable.AccountCount);
        var to = (from + 1 + random.Next(BankTable.AccountCount - 1)) % BankTable.AccountCount;
        var amount = random.Next(1, 200);
        try
        {
            await client.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new TransactWriteItem { Update = Add(BankTable.Account(from), -amount, "Amount >= :least") },
                    new TransactWriteItem { Update = Add(BankTable.Account(to), amount) },
                ],
            });
            say(Journal.Line('A', 'X', "transfer", 0, amount));
        }
        catch (TransactionCanceledException)
        {
            // Too little on the account, or another transaction on it.
        }
    }

    private static UpdateItemRequest Add(Item key, long amount, string? condition = null) => new()
    {
        TableName = BankTable.Name,
        Key = key,
        UpdateExpression = "ADD Amount :amount",
        ConditionExpression = condition,
        ExpressionAttributeValues = condition is null
            ? Item.Create((":amount", AttributeValue.FromNumber(amount)))
            : Item.Create((":amount", AttributeValue.FromNumber(amount)), (":least", AttributeValue.FromNumber(-amount))),
    };
}
