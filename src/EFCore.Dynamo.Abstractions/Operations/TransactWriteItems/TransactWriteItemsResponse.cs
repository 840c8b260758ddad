namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="TransactWriteItemsRequest" />.</summary>
public sealed record TransactWriteItemsResponse
{
    /// <summary>By table name, the item collections touched; null unless asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? ItemCollectionMetrics { get; init; }

    /// <summary>What the operation consumed, one entry a table; null unless asked for.</summary>
    public IReadOnlyList<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
