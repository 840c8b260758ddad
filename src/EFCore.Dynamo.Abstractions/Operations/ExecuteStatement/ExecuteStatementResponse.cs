using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="ExecuteStatementRequest" />.</summary>
public sealed record ExecuteStatementResponse
{
    /// <summary>Selected items, or what <c>RETURNING</c> asked for; empty for other writes.</summary>
    public IReadOnlyList<Item>? Items { get; init; }

    /// <summary>Where the next page starts; null when there is none.</summary>
    public string? NextToken { get; init; }

    /// <summary>What the operation consumed; null unless asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The key behind <see cref="NextToken" />; null when there is none.</summary>
    public Item? LastEvaluatedKey { get; init; }
}
