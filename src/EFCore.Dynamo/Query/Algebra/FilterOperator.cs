using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Keeps the rows for which the condition is true.</summary>
internal sealed record FilterOperator(Expression RowPredicate) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "filter";
}
