using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>A legacy condition of a write on one attribute: a comparison, or (older still) a value that it must have, or that it must not exist.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExpectedAttributeValue.html">ExpectedAttributeValue</see>.
/// </remarks>
public sealed record ExpectedAttributeValue
{
    /// <summary>The value that the attribute must have, or the only value that the operator compares with.</summary>
    public AttributeValue? Value { get; init; }

    /// <summary>False: the attribute must not exist. True, or null without an operator: it must have the <see cref="Value" />.</summary>
    public bool? Exists { get; init; }

    /// <summary>The operator; not together with <see cref="Exists" />.</summary>
    public ComparisonOperator? ComparisonOperator { get; init; }

    /// <summary>As many values as the operator takes; not together with <see cref="Value" />.</summary>
    public IReadOnlyList<AttributeValue>? AttributeValueList { get; init; }
}
