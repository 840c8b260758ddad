using System.Diagnostics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Turns the sort key part of a KeyConditionExpression into a range: equalities from the left, then at most one inequality.</summary>
/// <remarks>Values have the types of their key attributes; Validation has seen to that.</remarks>
internal sealed class SortKeyRangeBuilder
{
    /// <summary>The next sort key attribute equals the value.</summary>
    public SortKeyRangeBuilder Equal(AttributeValueSpan value) => throw new UnreachableException();

    /// <summary>Only the equalities so far.</summary>
    public SortKeyRange Build() => throw new UnreachableException();
    public SortKeyRange LessThan(AttributeValueSpan value) => throw new UnreachableException();
    public SortKeyRange LessThanOrEqual(AttributeValueSpan value) => throw new UnreachableException();
    public SortKeyRange GreaterThan(AttributeValueSpan value) => throw new UnreachableException();
    public SortKeyRange GreaterThanOrEqual(AttributeValueSpan value) => throw new UnreachableException();

    /// <summary>Both ends inclusive.</summary>
    public SortKeyRange Between(AttributeValueSpan low, AttributeValueSpan high) => throw new UnreachableException();

    /// <summary>Strings and binaries only.</summary>
    public SortKeyRange BeginsWith(AttributeValueSpan prefix) => throw new UnreachableException();
}
