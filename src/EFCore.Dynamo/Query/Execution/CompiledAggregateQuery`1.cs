using EFCore.Dynamo.Query.Execution.Stages;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>A query that ends in one value.</summary>
internal sealed class CompiledAggregateQuery<TResult> : CompiledQuery
{
    /// <summary>The aggregate of one execution.</summary>
    public required Func<QueryContext, AggregateStage<TResult>> CreateAggregate { get; init; }
}
