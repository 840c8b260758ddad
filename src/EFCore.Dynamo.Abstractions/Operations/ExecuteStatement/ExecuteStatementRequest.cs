using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>Executes one PartiQL statement.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteStatement.html">ExecuteStatement</see>.
/// </remarks>
public sealed record ExecuteStatementRequest : DynamoRequest
{
    /// <summary>The PartiQL statement, 1 to 8,192 characters.</summary>
    public string? Statement { get; init; }

    /// <summary>The values of its <c>?</c>, in order; null where it has none.</summary>
    public IReadOnlyList<AttributeValue>? Parameters { get; init; }

    /// <summary>True for a strongly consistent read; not allowed on a global secondary index.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>From the previous page of the same statement; null starts at the beginning.</summary>
    public string? NextToken { get; init; }

    /// <summary>Whether the response reports consumed capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>The most items to read before the filter, at least 1; null means as many as fit in 1 MB.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether a failed condition returns the item.</summary>
    public ReturnValuesOnConditionCheckFailure ReturnValuesOnConditionCheckFailure { get; init; }
}
