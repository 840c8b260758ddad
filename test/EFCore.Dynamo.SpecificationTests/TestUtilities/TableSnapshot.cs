using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>The items of all tables at one moment.</summary>
internal sealed class TableSnapshot
{
    private readonly IDynamoClient _client;
    private readonly Dictionary<string, HashSet<Item>> _tables;

    private TableSnapshot(IDynamoClient client, Dictionary<string, HashSet<Item>> tables)
    {
        _client = client;
        _tables = tables;
    }

    /// <summary>Reads everything.</summary>
    public static async Task<TableSnapshot> TakeAsync(IDynamoClient client)
    {
        var tables = new Dictionary<string, HashSet<Item>>(StringComparer.Ordinal);
        foreach (var table in (await client.ListTablesAsync(new ListTablesRequest())).TableNames)
        {
            tables.Add(table, await ReadAsync(client, table));
        }

        return new TableSnapshot(client, tables);
    }

    /// <summary>Deletes what came since, and writes what went or changed.</summary>
    public async Task RestoreAsync()
    {
        foreach (var (table, items) in _tables)
        {
            var current = await ReadAsync(_client, table);
            if (current.SetEquals(items))
            {
                continue;
            }

            var description = await _client.DescribeTableAsync(new DescribeTableRequest { TableName = table });
            string[] keys = [.. description.Table.KeySchema.Select(static element => element.AttributeName)];
            foreach (var item in current.Where(item => !items.Contains(item)))
            {
                await _client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = GetKey(item, keys) });
            }

            foreach (var item in items.Where(item => !current.Contains(item)))
            {
                await _client.PutItemAsync(new PutItemRequest { TableName = table, Item = item });
            }
        }
    }

    private static Item GetKey(Item item, string[] keys) => Item.Create([.. keys.Select(key => (key, item[key]))]);

    private static async Task<HashSet<Item>> ReadAsync(IDynamoClient client, string table)
    {
        var items = new HashSet<Item>();
        Item? startKey = null;
        do
        {
            var page = await client.ScanAsync(new ScanRequest { TableName = table, ExclusiveStartKey = startKey, ConsistentRead = true });
            items.UnionWith(page.Items);
            startKey = page.LastEvaluatedKey;
        }
        while (startKey is not null);

        return items;
    }
}
