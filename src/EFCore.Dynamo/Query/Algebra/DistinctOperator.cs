using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Keeps the first row of each value.</summary>
/// <param name="RowKey">The value that makes rows equal, a LINQ expression over the row.</param>
internal sealed record DistinctOperator(Expression RowKey) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "distinct";
}
