namespace EFCore.Dynamo.Operations;

/// <summary>Reads up to 100 items as of one moment.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">TransactGetItems</see>.
/// </remarks>
public sealed record TransactGetItemsRequest : DynamoRequest
{
    /// <summary>The reads, 1 to 100.</summary>
    public IReadOnlyList<TransactGetItem>? TransactItems { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}
