using System.Collections.Immutable;
using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One step that runs in the provider, over the rows (packed items) that the keyed source returns.</summary>
internal abstract record ClientOperator;

/// <summary>Keeps the rows for which the condition is true.</summary>
internal sealed record FilterOperator(Expression RowPredicate) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "filter";
}

/// <summary>Sorts the rows, keeping the order of equal ones; strings by their UTF-8 bytes.</summary>
internal sealed record OrderOperator(ImmutableArray<QueryOrdering> Orderings) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "order by " + string.Join(", ", Orderings.Select(o => (o.Attribute?.ToString() ?? "computed key") + (o.IsAscending ? "" : " descending")));
}

/// <summary>Turns the rows around.</summary>
internal sealed record ReverseOperator : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "reverse";
}

/// <summary>Leaves out the first rows.</summary>
/// <param name="Count">An <see cref="int" />: <see cref="ConstantOperand" /> or <see cref="ParameterOperand" />.</param>
internal sealed record SkipOperator(DynamoOperand Count) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => $"skip {Count}";
}

/// <summary>Ends after so many rows.</summary>
/// <param name="Count">An <see cref="int" />: <see cref="ConstantOperand" /> or <see cref="ParameterOperand" />.</param>
internal sealed record TakeOperator(DynamoOperand Count) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => $"take {Count}";
}

/// <summary>Keeps the first row of each value.</summary>
/// <param name="RowKey">The value that makes rows equal, a LINQ expression over the row.</param>
internal sealed record DistinctOperator(Expression RowKey) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "distinct";
}

/// <summary>Reads the items of another query by keys that the rows so far have, in windows: one round of requests for many rows, never one a row.</summary>
/// <param name="Slot">The attribute under which the joined row has what was found: a map for one item, a list of maps for a collection.</param>
/// <param name="Kind">What a row becomes of what was found for it.</param>
/// <param name="Inner">What is read, whatever the values are.</param>
/// <param name="KeyConditions">Compare what is read with the parameters of <paramref name="Keys" />.</param>
/// <param name="Keys">The values by which items are looked up; a row where one of them is null finds nothing.</param>
internal sealed record LookupOperator(
    RowSlot Slot, LookupKind Kind, DynamoQueryExpression Inner, ImmutableArray<QueryConjunct> KeyConditions, ImmutableArray<LookupKey> Keys)
    : ClientOperator
{
    /// <summary>How many rows at most wait for one round of requests.</summary>
    public const int MaxWindow = 256;

    /// <inheritdoc />
    public override string ToString()
        => $"{Kind.ToString().ToLowerInvariant()} lookup of {Inner.EntityType.ShortName()} by {string.Join(
            ", ", Keys.Select(k => LookupNames.Describe(k.OuterKey)))}";
}
