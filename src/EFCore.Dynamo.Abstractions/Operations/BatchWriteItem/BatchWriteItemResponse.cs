namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="BatchWriteItemRequest" />.</summary>
public sealed record BatchWriteItemResponse
{
    /// <summary>What was not written, in the form of a new request; empty when all was.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WriteRequest>> UnprocessedItems { get; init; } =
        new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal);

    /// <summary>By table name, the item collections touched; null unless asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? ItemCollectionMetrics { get; init; }

    /// <summary>What the operation consumed, one entry a table; null unless asked for.</summary>
    public IReadOnlyList<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
