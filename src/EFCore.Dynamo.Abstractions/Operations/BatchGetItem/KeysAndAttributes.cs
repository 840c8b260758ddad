using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>What BatchGetItem reads of one table.</summary>
public sealed record KeysAndAttributes
{
    /// <summary>The primary keys, 1 to 100, each once.</summary>
    public IReadOnlyList<Item>? Keys { get; init; }

    /// <summary>True for a strongly consistent read; not allowed on a global secondary index.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>Legacy: the names of the top-level attributes to return, each once; not together with expressions. Null when not used.</summary>
    public IReadOnlyList<string>? AttributesToGet { get; init; }

    /// <summary>The attributes to return, comma-separated paths; null returns all.</summary>
    public string? ProjectionExpression { get; init; }

    /// <summary>By placeholder (<c>#n</c>), the attribute name it stands for; null where the request has none.</summary>
    public IReadOnlyDictionary<string, string>? ExpressionAttributeNames { get; init; }
}
