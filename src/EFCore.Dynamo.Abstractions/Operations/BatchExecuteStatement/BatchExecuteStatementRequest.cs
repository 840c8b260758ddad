namespace EFCore.Dynamo.Operations;

/// <summary>Executes up to 25 PartiQL statements, all reads of single items or all writes, each on its own.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchExecuteStatement.html">BatchExecuteStatement</see>.
/// </remarks>
public sealed record BatchExecuteStatementRequest : DynamoRequest
{
    /// <summary>1 to 25.</summary>
    public IReadOnlyList<BatchStatementRequest>? Statements { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}
