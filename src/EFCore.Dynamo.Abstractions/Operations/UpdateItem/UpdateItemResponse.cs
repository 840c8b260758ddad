using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="UpdateItemRequest" />.</summary>
public sealed record UpdateItemResponse
{
    /// <summary>The image asked for by <see cref="UpdateItemRequest.ReturnValues" />; null where it would be empty.</summary>
    public Item? Attributes { get; init; }

    /// <summary>What the operation consumed; null unless asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The item collection touched; null unless asked for and the table has local secondary indexes.</summary>
    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}
