using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws.Retries;

/// <summary>Adds what the requests of one batch consumed.</summary>
internal static class CapacitySum
{
    /// <summary>The sum by table; null when neither was reported.</summary>
    public static IReadOnlyList<ConsumedCapacity>? Add(IReadOnlyList<ConsumedCapacity>? before, IReadOnlyList<ConsumedCapacity>? rest)
    {
        if (before is null || rest is null)
        {
            return before ?? rest;
        }

        var sum = before.ToList();
        foreach (var table in rest)
        {
            var index = sum.FindIndex(known => string.Equals(known.TableName, table.TableName, StringComparison.Ordinal));
            if (index < 0)
            {
                sum.Add(table);
            }
            else
            {
                sum[index] = Add(sum[index], table);
            }
        }

        return sum;
    }

    private static ConsumedCapacity Add(ConsumedCapacity before, ConsumedCapacity rest) => before with
    {
        CapacityUnits = before.CapacityUnits + rest.CapacityUnits,
        ReadCapacityUnits = Add(before.ReadCapacityUnits, rest.ReadCapacityUnits),
        WriteCapacityUnits = Add(before.WriteCapacityUnits, rest.WriteCapacityUnits),
        Table = Add(before.Table, rest.Table),
        LocalSecondaryIndexes = Add(before.LocalSecondaryIndexes, rest.LocalSecondaryIndexes),
        GlobalSecondaryIndexes = Add(before.GlobalSecondaryIndexes, rest.GlobalSecondaryIndexes),
    };

    private static double? Add(double? before, double? rest) => before is null ? rest : before + (rest ?? 0);

    private static Capacity? Add(Capacity? before, Capacity? rest) => before is null || rest is null ? before ?? rest : new(
        before.CapacityUnits + rest.CapacityUnits,
        Add(before.ReadCapacityUnits, rest.ReadCapacityUnits),
        Add(before.WriteCapacityUnits, rest.WriteCapacityUnits));

    private static IReadOnlyDictionary<string, Capacity>? Add(IReadOnlyDictionary<string, Capacity>? before, IReadOnlyDictionary<string, Capacity>? rest)
    {
        if (before is null || rest is null)
        {
            return before ?? rest;
        }

        var sum = new Dictionary<string, Capacity>(before, StringComparer.Ordinal);
        foreach (var (indexName, capacity) in rest)
        {
            sum[indexName] = Add(sum.GetValueOrDefault(indexName), capacity)!; // capacity is not null
        }

        return sum;
    }
}
