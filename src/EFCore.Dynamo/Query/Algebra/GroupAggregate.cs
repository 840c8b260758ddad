using System.Linq.Expressions;
using EFCore.Dynamo.Storage.TypeMapping;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One value that is computed of the rows of a group while they come.</summary>
/// <param name="Slot">What the value is written to; left out where it is null.</param>
/// <param name="Condition">Which rows count, a row expression; null for all.</param>
/// <param name="Aggregate">What is computed of them.</param>
/// <param name="Mapping">How the value is written.</param>
internal sealed record GroupAggregate(RowSlot Slot, Expression? Condition, QueryAggregate Aggregate, DynamoTypeMapping Mapping)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var name = Aggregate.Kind == AggregateKind.None ? "all" : (Condition is null ? "" : "filtered ") + Aggregate.Kind.ToString().ToLowerInvariant();
        return Aggregate.RowSelector switch
        {
            null => name,
            AttributeReadExpression read => $"{name} of {LookupNames.Describe(read)}",
            _ => $"{name} of a computed value",
        };
    }
}
