using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>Requires a condition of an item that the transaction does not write.</summary>
public sealed record ConditionCheck
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? TableName { get; init; }

    /// <summary>The primary key: exactly the partition key and, if the table has one, the sort key.</summary>
    public Item? Key { get; init; }

    /// <summary>What must hold for the current item; required.</summary>
    public string? ConditionExpression { get; init; }

    /// <summary>By placeholder (<c>#n</c>), the attribute name it stands for; null where the request has none.</summary>
    public IReadOnlyDictionary<string, string>? ExpressionAttributeNames { get; init; }

    /// <summary>By placeholder (<c>:v</c>), the value it stands for, packed like any map; null where the request has none.</summary>
    public Item? ExpressionAttributeValues { get; init; }

    /// <summary>Whether a failed condition returns the item.</summary>
    public ReturnValuesOnConditionCheckFailure ReturnValuesOnConditionCheckFailure { get; init; }
}
