using EFCore.Dynamo.Query.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query;

/// <summary>What is known about the query while it is compiled, beside its tree.</summary>
internal sealed class DynamoQueryCompilationContext : QueryCompilationContext
{
    /// <inheritdoc />
    public DynamoQueryCompilationContext(QueryCompilationContextDependencies dependencies, bool async)
        : base(dependencies, async)
    {
    }

    /// <summary>What the marker methods asked for.</summary>
    public QueryOptions Options { get; set; } = new();

    /// <summary>How many values of the query each execution computes; they are named by number.</summary>
    public int ExecutionValueCount { get; set; }

    /// <summary>The arguments of <c>ToPageAsync</c>; null where the query returns no page.</summary>
    public PageArguments? Page { get; set; }
}
