using System.Collections;
using System.Text;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Planning;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>One execution of a query, to be enumerated synchronously or asynchronously.</summary>
/// <param name="context">The execution's parameters and client.</param>
/// <param name="query">What is executed.</param>
internal abstract class QueryEnumerable<T>(DynamoQueryContext context, CompiledQuery query)
    : IEnumerable<T>, IAsyncEnumerable<T>, IQueryingEnumerable, IPlannedQuery
{
    /// <inheritdoc />
    public AccessPlan Plan
        => query.Plan;

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
        => CreateEnumerator(context.CancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => CreateEnumerator(cancellationToken);

    /// <inheritdoc />
    public string ToQueryString()
    {
        var text = new StringBuilder();
        foreach (var tag in query.Tags)
        {
            foreach (var line in tag.Split('\n'))
            {
                text.Append("-- ").AppendLine(line.TrimEnd('\r'));
            }
        }

        return text.Append(query.Plan.ToString(context.Parameters)).ToString();
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator()
        => GetEnumerator();

    /// <summary>Starts from the beginning.</summary>
    private protected abstract QueryEnumerator<T> CreateEnumerator(CancellationToken cancellationToken);
}
