namespace EFCore.Dynamo.Operations;

/// <summary>Executes up to 100 PartiQL statements, all reads or all writes, as one transaction.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteTransaction.html">ExecuteTransaction</see>.
/// </remarks>
public sealed record ExecuteTransactionRequest : DynamoRequest
{
    /// <summary>1 to 100.</summary>
    public IReadOnlyList<ParameterizedStatement>? TransactStatements { get; init; }

    /// <summary>Makes a repeat within ten minutes return the first outcome; 1 to 36 characters.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}
