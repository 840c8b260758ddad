using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>Reads the items of one partition, in sort key order.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</see>.</remarks>
public sealed record QueryRequest : DynamoRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? TableName { get; init; }

    /// <summary>The secondary index to read; null reads the table.</summary>
    public string? IndexName { get; init; }

    /// <summary>Equality on the partition key and at most a range on the sort key.</summary>
    public string? KeyConditionExpression { get; init; }

    /// <summary>What an item must satisfy to be returned; evaluated after <see cref="Limit" />.</summary>
    public string? FilterExpression { get; init; }

    /// <summary>The attributes to return, comma-separated paths; null returns all.</summary>
    public string? ProjectionExpression { get; init; }

    /// <summary>
    ///     Legacy: by key attribute, which keys to read; not together with <see cref="KeyConditionExpression" />, but with the other expressions. Null when
    ///     not used.
    /// </summary>
    public IReadOnlyDictionary<string, Condition>? KeyConditions { get; init; }

    /// <summary>Legacy: by attribute, what an item must satisfy to be returned; not together with expressions. Null when not used.</summary>
    public IReadOnlyDictionary<string, Condition>? QueryFilter { get; init; }

    /// <summary>Legacy: how two or more conditions of <see cref="QueryFilter" /> are combined. Null when not used.</summary>
    public ConditionalOperator? ConditionalOperator { get; init; }

    /// <summary>Legacy: the names of the top-level attributes to return, each once; not together with expressions. Null when not used.</summary>
    public IReadOnlyList<string>? AttributesToGet { get; init; }

    /// <summary>By placeholder (<c>#n</c>), the attribute name it stands for; null where the request has none.</summary>
    public IReadOnlyDictionary<string, string>? ExpressionAttributeNames { get; init; }

    /// <summary>By placeholder (<c>:v</c>), the value it stands for, packed like any map; null where the request has none.</summary>
    public Item? ExpressionAttributeValues { get; init; }

    /// <summary>True (the default) for ascending sort key order.</summary>
    public bool ScanIndexForward { get; init; } = true;

    /// <summary>The most items to evaluate (before the filter) in this page; null leaves it to the 1 MB rule.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: the previous page's <c>LastEvaluatedKey</c>; null starts at the beginning.</summary>
    public Item? ExclusiveStartKey { get; init; }

    /// <summary>What to return of each item; null means all (projected) attributes, or the projection expression's.</summary>
    public Select? Select { get; init; }

    /// <summary>True for a strongly consistent read; not allowed on a global secondary index.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Where a back end in the same process may put the items of the response; null lets each item own its memory. Never sent to a service.</summary>
    public ItemArena? Arena { get; init; }
}
