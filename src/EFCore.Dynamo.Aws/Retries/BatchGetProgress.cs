using Amazon.DynamoDBv2;
using EFCore.Dynamo.Aws.Operations;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Aws.Retries;

/// <summary>A BatchGetItem on its way: what was read, and what is left to ask for.</summary>
internal sealed class BatchGetProgress(IAmazonDynamoDB sdk, BatchGetItemRequest request)
{
    private BatchGetItemRequest _rest = request;
    private BatchGetItemResponse? _result;

    /// <summary>Asks for the rest once, and returns everything read so far.</summary>
    public async ValueTask<BatchGetItemResponse> SendRestAsync(CancellationToken cancellationToken)
    {
        var response = BatchGetItemCodec.FromSdk(await sdk.BatchGetItemAsync(BatchGetItemCodec.ToSdk(_rest), cancellationToken).ConfigureAwait(false));
        _rest = _rest with { RequestItems = response.UnprocessedKeys };
        _result = _result is null ? response : Add(_result, response);
        return _result;
    }

    private static BatchGetItemResponse Add(BatchGetItemResponse before, BatchGetItemResponse rest)
    {
        var items = new Dictionary<string, IReadOnlyList<Item>>(before.Responses, StringComparer.Ordinal);
        foreach (var (tableName, found) in rest.Responses)
        {
            items[tableName] = items.TryGetValue(tableName, out var earlier) ? [.. earlier, .. found] : found;
        }

        return new BatchGetItemResponse
        {
            Responses = items,
            UnprocessedKeys = rest.UnprocessedKeys,
            ConsumedCapacity = CapacitySum.Add(before.ConsumedCapacity, rest.ConsumedCapacity),
        };
    }
}
