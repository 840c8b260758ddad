namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="BatchExecuteStatementRequest" />.</summary>
public sealed record BatchExecuteStatementResponse
{
    /// <summary>One a statement, in the order of the request.</summary>
    public IReadOnlyList<BatchStatementResponse> Responses { get; init; } = [];

    /// <summary>One a table; null unless asked for.</summary>
    public IReadOnlyList<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
