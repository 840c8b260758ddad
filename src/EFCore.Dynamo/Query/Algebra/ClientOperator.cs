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
