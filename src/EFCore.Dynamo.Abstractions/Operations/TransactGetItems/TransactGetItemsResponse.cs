using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="TransactGetItemsRequest" />.</summary>
public sealed record TransactGetItemsResponse
{
    /// <summary>One entry a read, in the order of the request; null where there is no item.</summary>
    public IReadOnlyList<Item?> Responses { get; init; } = [];

    /// <summary>What the operation consumed, one entry a table; null unless asked for.</summary>
    public IReadOnlyList<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
