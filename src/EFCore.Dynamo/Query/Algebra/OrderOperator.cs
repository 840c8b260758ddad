using System.Collections.Immutable;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Sorts the rows, keeping the order of equal ones; strings by their UTF-8 bytes.</summary>
internal sealed record OrderOperator(ImmutableArray<QueryOrdering> Orderings) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "order by " + string.Join(", ", Orderings.Select(o => (o.Attribute?.ToString() ?? "computed key") + (o.IsAscending ? "" : " descending")));
}
