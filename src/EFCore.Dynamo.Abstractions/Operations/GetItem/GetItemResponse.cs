using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="GetItemRequest" />.</summary>
public sealed record GetItemResponse
{
    /// <summary>The item, or null when there is none with that key.</summary>
    public Item? Item { get; init; }

    /// <summary>What the operation consumed; null unless asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }
}
