using Amazon.DynamoDBv2;
using EFCore.Dynamo.Aws.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws.Retries;

/// <summary>A BatchWriteItem on its way: what was written, and what is left to write.</summary>
internal sealed class BatchWriteProgress(IAmazonDynamoDB sdk, BatchWriteItemRequest request)
{
    private BatchWriteItemRequest _rest = request;
    private BatchWriteItemResponse? _result;

    /// <summary>Writes the rest once, and returns what is known so far.</summary>
    public async ValueTask<BatchWriteItemResponse> SendRestAsync(CancellationToken cancellationToken)
    {
        var response = BatchWriteItemCodec.FromSdk(await sdk.BatchWriteItemAsync(BatchWriteItemCodec.ToSdk(_rest), cancellationToken).ConfigureAwait(false));
        _rest = _rest with { RequestItems = response.UnprocessedItems };
        _result = _result is null ? response : Add(_result, response);
        return _result;
    }

    private static BatchWriteItemResponse Add(BatchWriteItemResponse before, BatchWriteItemResponse rest) => new()
    {
        UnprocessedItems = rest.UnprocessedItems,
        ItemCollectionMetrics = Add(before.ItemCollectionMetrics, rest.ItemCollectionMetrics),
        ConsumedCapacity = CapacitySum.Add(before.ConsumedCapacity, rest.ConsumedCapacity),
    };

    private static IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? Add(
        IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? before, IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? rest)
    {
        if (before is null || rest is null)
        {
            return before ?? rest;
        }

        var sum = new Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>(before, StringComparer.Ordinal);
        foreach (var (tableName, collections) in rest)
        {
            // The later figure of a collection is the true one.
            sum[tableName] = sum.TryGetValue(tableName, out var earlier)
                ? [.. earlier.Where(old => collections.All(now => now.ItemCollectionKey != old.ItemCollectionKey)), .. collections]
                : collections;
        }

        return sum;
    }
}
