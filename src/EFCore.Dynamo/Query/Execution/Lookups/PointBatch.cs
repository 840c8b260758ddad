using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>Reads many items by their keys, and tells which is which.</summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="pattern">One of the reads: what its request says of table, projection and consistency holds for all.</param>
/// <param name="budget">What may be read.</param>
internal sealed class PointBatch(PlannedRequestSender sender, GetItemRequest pattern, ReadBudget budget)
{
    private const int MaxKeys = 100;

    /// <summary>The items that there are, by key.</summary>
    /// <param name="keys">Each once.</param>
    /// <param name="cancellationToken">Ends the wait for the service.</param>
    public async ValueTask<Dictionary<Item, Item>> ReadAsync(Item[] keys, CancellationToken cancellationToken)
    {
        var items = new Dictionary<Item, Item>(keys.Length);
        var names = Enumerable.Range(0, keys[0].Count).Select(keys[0].GetNameAt).ToArray();
        foreach (var chunk in keys.Chunk(MaxKeys))
        {
            var source = new BatchGetItemSource(sender, [CreateRequest(chunk)], budget);
            while (await source.ReadNextAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (var item in source.Items)
                {
                    items[GetKey(item, names)] = item;
                }
            }
        }

        return items;
    }

    private BatchGetItemRequest CreateRequest(Item[] keys)
        => new()
        {
            RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal)
            {
                [pattern.TableName ?? ""] = new()
                {
                    Keys = keys,
                    ConsistentRead = pattern.ConsistentRead,
                    ProjectionExpression = pattern.ProjectionExpression,
                    ExpressionAttributeNames = pattern.ExpressionAttributeNames,
                },
            },
        };

    private static Item GetKey(Item item, string[] names)
    {
        using var lease = ItemBuilder.Lease();
        foreach (var name in names)
        {
            if (item.Span.TryGetValue(name, out var value))
            {
                lease.Builder.WriteName(name);
                lease.Builder.WriteValue(value);
            }
        }

        return lease.Builder.Build();
    }
}
