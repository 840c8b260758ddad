using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="ExecuteTransactionRequest" />.</summary>
public sealed record ExecuteTransactionResponse
{
    /// <summary>One a statement, null where there is no item; in the order of the request.</summary>
    public IReadOnlyList<Item?>? Responses { get; init; }

    /// <summary>One a table; null unless asked for.</summary>
    public IReadOnlyList<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
