using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>One page of a Query.</summary>
public sealed record QueryResponse
{
    /// <summary>The items of the page; empty with <see cref="Select.Count" />.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>How many items passed the filter.</summary>
    public int Count { get; init; }

    /// <summary>How many items were read before the filter.</summary>
    public int ScannedCount { get; init; }

    /// <summary>Where the next page starts; null when there is none.</summary>
    public Item? LastEvaluatedKey { get; init; }

    /// <summary>What the operation consumed; null unless asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }
}
