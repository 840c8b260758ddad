using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>What one statement of a batch came to.</summary>
public sealed record BatchStatementResponse
{
    /// <summary>Null where it succeeded.</summary>
    public BatchStatementError? Error { get; init; }

    /// <summary>The table of the statement, where it could be read.</summary>
    public string? TableName { get; init; }

    /// <summary>The selected item, if there is one.</summary>
    public Item? Item { get; init; }
}
