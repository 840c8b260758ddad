using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>A legacy condition on one attribute: of <c>KeyConditions</c>, <c>QueryFilter</c> and <c>ScanFilter</c>.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html">Condition</see>.</remarks>
public sealed record Condition
{
    /// <summary>The operator; required.</summary>
    public ComparisonOperator? ComparisonOperator { get; init; }

    /// <summary>As many values as the operator takes; null stands for none.</summary>
    public IReadOnlyList<AttributeValue>? AttributeValueList { get; init; }
}
