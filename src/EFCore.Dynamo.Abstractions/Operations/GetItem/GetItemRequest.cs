using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>Reads one item by its primary key.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</see>.</remarks>
public sealed record GetItemRequest : DynamoRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? TableName { get; init; }

    /// <summary>The primary key: exactly the partition key and, if the table has one, the sort key.</summary>
    public Item? Key { get; init; }

    /// <summary>True for a strongly consistent read; not allowed on a global secondary index.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>Legacy: the names of the top-level attributes to return, each once; not together with expressions. Null when not used.</summary>
    public IReadOnlyList<string>? AttributesToGet { get; init; }

    /// <summary>The attributes to return, comma-separated paths; null returns all.</summary>
    public string? ProjectionExpression { get; init; }

    /// <summary>By placeholder (<c>#n</c>), the attribute name it stands for; null where the request has none.</summary>
    public IReadOnlyDictionary<string, string>? ExpressionAttributeNames { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}
