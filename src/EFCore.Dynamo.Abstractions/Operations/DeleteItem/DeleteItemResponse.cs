using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DeleteItemRequest" />.</summary>
public sealed record DeleteItemResponse
{
    /// <summary>The deleted item, if asked for and there was one.</summary>
    public Item? Attributes { get; init; }

    /// <summary>What the operation consumed; null unless asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The item collection touched; null unless asked for and the table has local secondary indexes.</summary>
    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}
