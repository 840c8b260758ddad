using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>One statement of a transaction.</summary>
public sealed record ParameterizedStatement
{
    /// <summary>The PartiQL statement, 1 to 8,192 characters.</summary>
    public string? Statement { get; init; }

    /// <summary>The values of its <c>?</c>, in order; null where it has none.</summary>
    public IReadOnlyList<AttributeValue>? Parameters { get; init; }

    /// <summary>Whether a failed condition returns the item.</summary>
    public ReturnValuesOnConditionCheckFailure ReturnValuesOnConditionCheckFailure { get; init; }
}
