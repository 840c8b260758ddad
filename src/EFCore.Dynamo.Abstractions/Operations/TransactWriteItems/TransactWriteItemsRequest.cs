namespace EFCore.Dynamo.Operations;

/// <summary>Up to 100 writes and checks of distinct items, all or nothing.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</see>.
/// </remarks>
public sealed record TransactWriteItemsRequest : DynamoRequest
{
    /// <summary>The writes and checks, 1 to 100.</summary>
    public IReadOnlyList<TransactWriteItem>? TransactItems { get; init; }

    /// <summary>1 to 36 characters; a repeat within 10 minutes with the same payload is answered without writing again.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Whether the response estimates the item collection.</summary>
    public ReturnItemCollectionMetrics ReturnItemCollectionMetrics { get; init; }
}
