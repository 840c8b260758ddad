using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>Which keys a Query reads: one partition, and a part of its sort keys.</summary>
/// <param name="partitionKey">One value for each partition key attribute, in schema order.</param>
/// <param name="sortKey">The conditions on the leading sort key attributes.</param>
internal sealed class KeyConditions(AttributeValue[] partitionKey, SortKeyCondition[] sortKey)
{
    /// <summary>One value for each partition key attribute, in schema order.</summary>
    public ReadOnlySpan<AttributeValue> PartitionKey => partitionKey;

    /// <summary>
    ///     One condition for each of the leading sort key attributes, in schema order; all but the last are <see cref="SortKeyOperator.Equal" />.
    /// </summary>
    public ReadOnlySpan<SortKeyCondition> SortKey => sortKey;
}
