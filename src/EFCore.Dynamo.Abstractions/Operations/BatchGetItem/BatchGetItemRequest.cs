namespace EFCore.Dynamo.Operations;

/// <summary>Reads up to 100 items by key, from any number of tables, in no order.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</see>.</remarks>
public sealed record BatchGetItemRequest : DynamoRequest
{
    /// <summary>By table name, the keys to read.</summary>
    public IReadOnlyDictionary<string, KeysAndAttributes>? RequestItems { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}
