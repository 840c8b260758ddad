using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>Creates an item or replaces it whole.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</see>.</remarks>
public sealed record PutItemRequest : DynamoRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? TableName { get; init; }

    /// <summary>The item, with its whole primary key; at most 400 KB.</summary>
    public Item? Item { get; init; }

    /// <summary>What must hold for the current item; null always holds.</summary>
    public string? ConditionExpression { get; init; }

    /// <summary>Legacy: by attribute, what must hold for the current item; not together with expressions, not in transactions. Null when not used.</summary>
    public IReadOnlyDictionary<string, ExpectedAttributeValue>? Expected { get; init; }

    /// <summary>Legacy: how two or more conditions of <see cref="Expected" /> are combined. Null when not used.</summary>
    public ConditionalOperator? ConditionalOperator { get; init; }

    /// <summary>By placeholder (<c>#n</c>), the attribute name it stands for; null where the request has none.</summary>
    public IReadOnlyDictionary<string, string>? ExpressionAttributeNames { get; init; }

    /// <summary>By placeholder (<c>:v</c>), the value it stands for, packed like any map; null where the request has none.</summary>
    public Item? ExpressionAttributeValues { get; init; }

    /// <summary><see cref="ReturnValues.None" /> or <see cref="ReturnValues.AllOld" />.</summary>
    public ReturnValues ReturnValues { get; init; }

    /// <summary>Whether a failed condition returns the item.</summary>
    public ReturnValuesOnConditionCheckFailure ReturnValuesOnConditionCheckFailure { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Whether the response estimates the item collection.</summary>
    public ReturnItemCollectionMetrics ReturnItemCollectionMetrics { get; init; }
}
