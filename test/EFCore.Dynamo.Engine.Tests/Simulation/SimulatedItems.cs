using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

/// <summary>
///     Keys and items of the simulated table: few keys, so that writes meet, and attributes that are often absent, so that items come to indexes and leave
///     them.
/// </summary>
internal sealed class SimulatedItems(Random random)
{
    private static readonly AttributeName[] IncludedNames = [new("g"), new("h"), new("n"), new("pk"), new("sk")];

    public (string PartitionKey, long SortKey) NextKey() => ($"p{random.Next(6)}", random.Next(-20, 20));

    public static Item Key(string partitionKey, long sortKey)
        => Item.Create(("pk", AttributeValue.FromString(partitionKey)), ("sk", AttributeValue.FromNumber(sortKey)));

    public List<KeyValuePair<string, AttributeValue>> NextAttributes(string partitionKey, long sortKey)
    {
        List<KeyValuePair<string, AttributeValue>> attributes =
        [
            new("pk", AttributeValue.FromString(partitionKey)), new("sk", AttributeValue.FromNumber(sortKey)),
        ];
        if (random.Next(3) > 0)
        {
            attributes.Add(new("g", AttributeValue.FromString($"g{random.Next(4)}")));
        }

        if (random.Next(3) > 0)
        {
            attributes.Add(new("h", AttributeValue.FromNumber(random.Next(5))));
        }

        if (random.Next(2) > 0)
        {
            attributes.Add(new("l", AttributeValue.FromString(NextLocalKey())));
        }

        if (random.Next(2) > 0)
        {
            attributes.Add(new("n", AttributeValue.FromNumber(random.Next(100))));
        }

        if (random.Next(4) == 0)
        {
            attributes.Add(new("text", AttributeValue.FromString(new string('x', random.Next(6000)))));
        }

        return attributes;
    }

    /// <summary>Some keys are longer than the store's, with long common beginnings.</summary>
    private string NextLocalKey() => random.Next(4) == 0 ? new string('k', 600 + random.Next(3)) + random.Next(3) : $"l{random.Next(8)}";

    public static Item ToItem(List<KeyValuePair<string, AttributeValue>> attributes)
    {
        var builder = new ItemBuilder();
        foreach (var (name, value) in attributes)
        {
            builder.Add(name, value);
        }

        return builder.Build();
    }

    public static Item Include(Item item)
    {
        var builder = new ItemBuilder();
        foreach (var name in IncludedNames)
        {
            if (item.TryGetValue(name, out var value))
            {
                builder.Add(name.Text, value);
            }
        }

        return builder.Build();
    }
}
