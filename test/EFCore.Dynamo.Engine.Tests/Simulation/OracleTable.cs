using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

/// <summary>What a table should hold: a plain sorted dictionary of plain dictionaries, sharing no code with the engine's storage.</summary>
internal sealed class OracleTable
{
    private readonly SortedDictionary<(string PartitionKey, long SortKey), SortedDictionary<string, AttributeValue>> _items = [];

    public int Count => _items.Count;

    public long SizeBytes => _items.Values.Sum(static item => (long)ToItem(item).SizeBytes);

    public IEnumerable<Item> All => _items.Values.Select(ToItem);

    public Item? Get(string partitionKey, long sortKey) => _items.TryGetValue((partitionKey, sortKey), out var item) ? ToItem(item) : null;

    public void Put(string partitionKey, long sortKey, IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
        => _items[(partitionKey, sortKey)] = new SortedDictionary<string, AttributeValue>(
            attributes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    public void Delete(string partitionKey, long sortKey) => _items.Remove((partitionKey, sortKey));

    /// <summary>The attributes to change in place; a missing item starts with its key.</summary>
    public SortedDictionary<string, AttributeValue> Update(string partitionKey, long sortKey)
    {
        if (_items.TryGetValue((partitionKey, sortKey), out var item))
        {
            return item;
        }

        item = new SortedDictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            ["pk"] = AttributeValue.FromString(partitionKey),
            ["sk"] = AttributeValue.FromNumber(sortKey),
        };
        _items.Add((partitionKey, sortKey), item);
        return item;
    }

    /// <summary><c>SET g = :group REMOVE l</c></summary>
    public void MoveToGroup(string partitionKey, long sortKey, string group)
    {
        var item = Update(partitionKey, sortKey);
        item["g"] = AttributeValue.FromString(group);
        item.Remove("l");
    }

    /// <summary><c>REMOVE g</c>, which creates no item.</summary>
    public void LeaveGroup(string partitionKey, long sortKey)
    {
        if (_items.TryGetValue((partitionKey, sortKey), out var item))
        {
            item.Remove("g");
        }
    }

    /// <summary><c>ADD n :one</c></summary>
    public void Increment(string partitionKey, long sortKey)
    {
        var item = Update(partitionKey, sortKey);
        var before = item.TryGetValue("n", out var n) ? n.GetNumber().ToInt64() : 0;
        item["n"] = AttributeValue.FromNumber(before + 1);
    }

    /// <summary>One partition, in sort key order, between two bounds, both included.</summary>
    public List<Item> Query(string partitionKey, long low, long high)
        => [.. _items.Where(pair => pair.Key.PartitionKey == partitionKey && pair.Key.SortKey >= low && pair.Key.SortKey <= high).Select(
            static pair => ToItem(pair.Value))];

    /// <summary>The items with that value of <c>g</c> and any <c>h</c>, by <c>h</c>: what the global index shows.</summary>
    public List<Item> QueryGlobalIndex(string value)
        => [.. All.Where(item => item.TryGetValue("g", out var g) && g.GetString() == value && item.ContainsKey("h")).OrderBy(
            static item => item["h"].GetNumber())];

    /// <summary>The items of a partition that have an <c>l</c>, by <c>l</c>: what the local index shows.</summary>
    public List<Item> QueryLocalIndex(string partitionKey)
        => [.. All.Where(item => item["pk"].GetString() == partitionKey && item.ContainsKey("l")).OrderBy(
            static item => item["l"].GetString(), StringComparer.Ordinal)];

    private static Item ToItem(SortedDictionary<string, AttributeValue> attributes)
    {
        var builder = new ItemBuilder();
        foreach (var (name, value) in attributes)
        {
            builder.Add(name, value);
        }

        return builder.Build();
    }
}
