using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>A query that returns rows.</summary>
internal sealed class CompiledRowQuery<T> : CompiledQuery
{
    /// <summary>Makes the result of a row.</summary>
    public required Func<QueryContext, Item, T> Shaper { get; init; }
}
