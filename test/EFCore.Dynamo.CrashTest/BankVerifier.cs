using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.CrashTest;

/// <summary>Reads what all workers wrote to at once: nothing acknowledged may be missing, and no money made or lost.</summary>
internal sealed class BankVerifier(IDynamoClient client, Journal journal, List<string> findings)
{
    public async Task<(int Lost, int Torn)> VerifyAsync()
    {
        var (lost, torn) = (0, 0);
        var counter = await BankTable.ReadAsync(client, BankTable.Counter);
        if (!journal.SettleCounter(counter))
        {
            lost += Found($"lost: the counter at {counter} does not hold what was acknowledged, or holds more than was sent");
        }

        var swapped = await BankTable.ReadAsync(client, BankTable.Swapped);
        if (journal.IsSwappedFrom(swapped))
        {
            lost += Found($"lost: the swap from {swapped} was acknowledged");
        }

        if (journal.DoubleSwapCount > 0)
        {
            torn += Found($"torn: {journal.DoubleSwapCount} swaps from a version that another had replaced");
        }

        var sum = (await client.ScanAsync(new ScanRequest { TableName = BankTable.Name, ConsistentRead = true })).Items
            .Where(static item => item["PK"].GetString().StartsWith("account-", StringComparison.Ordinal))
            .Sum(static item => item["Amount"].GetNumber().ToInt64());
        if (sum != BankTable.Total)
        {
            torn += Found($"torn: the accounts hold {sum} together, not {BankTable.Total}");
        }

        return (lost, torn);
    }

    private int Found(string finding)
    {
        findings.Add(finding);
        return 1;
    }
}
