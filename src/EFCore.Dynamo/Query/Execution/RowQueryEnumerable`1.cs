using EFCore.Dynamo.Query.Execution.Sources;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>One execution of a query that returns rows.</summary>
internal sealed class RowQueryEnumerable<T>(DynamoQueryContext context, CompiledRowQuery<T> query) : QueryEnumerable<T>(context, query)
{
    private readonly DynamoQueryContext _context = context;

    /// <inheritdoc />
    private protected override QueryEnumerator<T> CreateEnumerator(CancellationToken cancellationToken)
        => query.Stages.Length == 0
            ? query.Plan.Operation == AccessOperation.GetItem && query.Pipeline.IsEmpty
                ? new PointQueryEnumerator<T>(_context, query, cancellationToken)
                : new StreamingQueryEnumerator<T>(_context, query, cancellationToken)
            : new StagedQueryEnumerator<T>(_context, query, cancellationToken);
}
