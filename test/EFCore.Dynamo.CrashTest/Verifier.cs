using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.CrashTest;

/// <summary>Reads everything back after a kill and compares it with the journal and with itself.</summary>
internal sealed class Verifier(IDynamoClient client, Journal journal, List<string> findings)
{
    public async Task<(int Lost, int Torn)> VerifyAsync()
    {
        var items = new Dictionary<(string Partition, int Number), Item>();
        foreach (var item in await ScanAsync(client, indexName: null))
        {
            items[KeyOf(item)] = item;
        }

        var lost = CountLost(items);
        var torn = CountTornItems(items) + CountTornTransactions(items) + await CountTornCountersAsync(items.Count);
        torn += CountTornEntries(items, await ScanAsync(client, CrashTable.StatusIndex), "Payload", "PK", "SK", "Status", "Version");
        torn += CountTornEntries(items, await ScanAsync(client, CrashTable.RankIndex), "Payload", "PK", "Rank", "SK", "Status", "Version");
        return (lost, torn);
    }

    private int CountLost(Dictionary<(string Partition, int Number), Item> items)
    {
        // An item that no journal line announced is as wrong as one that is missing.
        var keys = journal.Keys.Union(items.Keys).ToList();
        return keys.Count(key =>
        {
            var version = items.TryGetValue(key, out var item) ? item["Version"].GetNumber().ToInt64() : 0;
            return !journal.Settle(key, version) && Found($"lost: {key} is at version {version}");
        });
    }

    private int CountTornItems(Dictionary<(string Partition, int Number), Item> items)
        => items.Count(pair =>
            !pair.Value.Equals(CrashTable.FullItem(pair.Key.Partition, pair.Key.Number, pair.Value["Version"].GetNumber().ToInt64()))
            && Found($"torn: {pair.Key} mixes versions"));

    private int CountTornTransactions(Dictionary<(string Partition, int Number), Item> items)
        => items.Where(pair => pair.Key.Partition.StartsWith('T'))
            .GroupBy(pair => pair.Key.Partition, StringComparer.Ordinal)
            .Count(group =>
                (group.Count() != CrashTable.ItemsPerTransaction || group.Select(pair => pair.Value["Version"]).Distinct().Count() != 1)
                && Found($"torn: transaction {group.Key} is written in part"));

    private int CountTornEntries(Dictionary<(string Partition, int Number), Item> items, List<Item> entries, params string[] projection)
    {
        var torn = entries.Count == items.Count || !Found($"torn: {entries.Count} index entries for {items.Count} items") ? 0 : 1;
        return torn + entries.Count(entry =>
        {
            if (!items.TryGetValue(KeyOf(entry), out var item))
            {
                return Found($"torn: index entry {KeyOf(entry)} without an item");
            }

            var expected = Item.Create([.. projection.Select(name => (name, item[name]))]);
            return !entry.Equals(expected) && Found($"torn: index entry {KeyOf(entry)} is not its item's projection");
        });
    }

    private async Task<int> CountTornCountersAsync(int itemCount)
    {
        var table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = CrashTable.Name })).Table;
        return table.ItemCount != itemCount && Found($"torn: the table counts {table.ItemCount} items and holds {itemCount}") ? 1 : 0;
    }

    public static async Task<List<Item>> ScanAsync(IDynamoClient client, string? indexName)
    {
        var items = new List<Item>();
        Item? startKey = null;
        do
        {
            var page = await client.ScanAsync(new ScanRequest { TableName = CrashTable.Name, IndexName = indexName, ExclusiveStartKey = startKey });
            items.AddRange(page.Items);
            startKey = page.LastEvaluatedKey;
        }
        while (startKey is not null);
        return items;
    }

    public static (string Partition, int Number) KeyOf(Item item)
        => (item["PK"].GetString(), int.Parse(item["SK"].GetString(), System.Globalization.CultureInfo.InvariantCulture));

    private bool Found(string finding)
    {
        findings.Add(finding);
        return true;
    }
}
