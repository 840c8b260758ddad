namespace EFCore.Dynamo.Operations;

/// <summary>Puts and deletes up to 25 items, each on its own: there is no atomicity over the batch.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
public sealed record BatchWriteItemRequest : DynamoRequest
{
    /// <summary>By table name, the writes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WriteRequest>>? RequestItems { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Whether the response estimates the item collection.</summary>
    public ReturnItemCollectionMetrics ReturnItemCollectionMetrics { get; init; }
}
