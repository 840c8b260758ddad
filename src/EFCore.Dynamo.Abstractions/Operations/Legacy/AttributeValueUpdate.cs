using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>What a legacy <c>AttributeUpdates</c> does to one attribute.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValueUpdate.html">AttributeValueUpdate</see>.
/// </remarks>
public sealed record AttributeValueUpdate
{
    /// <summary>The operand; null only for a <see cref="AttributeAction.Delete" /> of the whole attribute.</summary>
    public AttributeValue? Value { get; init; }

    /// <summary>What to do; null means <see cref="AttributeAction.Put" />.</summary>
    public AttributeAction? Action { get; init; }
}
