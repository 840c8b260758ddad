using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="BatchGetItemRequest" />.</summary>
public sealed record BatchGetItemResponse
{
    /// <summary>By table name, the items found; missing items are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Item>> Responses { get; init; } = new Dictionary<string, IReadOnlyList<Item>>(StringComparer.Ordinal);

    /// <summary>What did not fit into 16 MB, in the form of a new request; empty when all was read.</summary>
    public IReadOnlyDictionary<string, KeysAndAttributes> UnprocessedKeys { get; init; } = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal);

    /// <summary>What the operation consumed, one entry a table; null unless asked for.</summary>
    public IReadOnlyList<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
