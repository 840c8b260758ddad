using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query;
using EFCore.Dynamo.Query.Execution;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Planning;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace Microsoft.EntityFrameworkCore;

/// <summary>What a query can ask of DynamoDB beyond LINQ.</summary>
public static class DynamoQueryableExtensions
{
    private static readonly MethodInfo AllowScanMethod = GetMethod(nameof(AllowScan));
    private static readonly MethodInfo WithConsistentReadMethod = GetMethod(nameof(WithConsistentRead));
    private static readonly MethodInfo MaxItemsReadMethod = GetMethod(nameof(MaxItemsRead));
    private static readonly MethodInfo ToPageAsyncMethod = GetMethod(nameof(ToPageAsync));

    /// <summary>Consents to reading the whole table or index where no key condition can serve the query.</summary>
    /// <remarks>
    ///     Without consent such a query throws before its first request, unless the context's <c>ScanBehavior</c> says otherwise. A query that a key serves is
    ///     not changed.
    /// </remarks>
    /// <param name="source">The query.</param>
    public static IQueryable<T> AllowScan<T>(this IQueryable<T> source)
        => Mark(source, AllowScanMethod);

    /// <summary>Reads strongly consistently: the result reflects all writes that succeeded before the read.</summary>
    /// <remarks>
    ///     Costs twice the read units. A global secondary index cannot be read so
    ///     (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">read consistency</see>):
    ///     the query is planned without them.
    /// </remarks>
    /// <param name="source">The query.</param>
    public static IQueryable<T> WithConsistentRead<T>(this IQueryable<T> source)
        => Mark(source, WithConsistentReadMethod);

    /// <summary>Bounds the items that the query may read, counted before any filter.</summary>
    /// <remarks>The query throws when it would read one more. It never returns a part of its result.</remarks>
    /// <param name="source">The query.</param>
    /// <param name="count">1 or more; a constant of the query, so that each value is compiled once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count" /> is less than 1.</exception>
    public static IQueryable<T> MaxItemsRead<T>(this IQueryable<T> source, [NotParameterized] int count)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, QueryStrings.MaxItemsReadNotPositive);
        }

        return source.Provider is EntityQueryProvider
            ? source.Provider.CreateQuery<T>(Expression.Call(MaxItemsReadMethod.MakeGenericMethod(typeof(T)), source.Expression, Expression.Constant(count)))
            : source;
    }

    /// <summary>Runs the query for one page of its result.</summary>
    /// <remarks>
    ///     A page has fewer items than asked for only when it is the last. The continuation is valid for the same query with the same values; it holds the key
    ///     of the last item read, and no position in memory: it can be kept, and passed to another process.
    /// </remarks>
    /// <param name="source">A query whose order the service keeps: without client-side order, <c>Skip</c>, <c>Take</c> or <c>Distinct</c>.</param>
    /// <param name="pageSize">The most items to return, 1 or more.</param>
    /// <param name="continuation">The previous page's <see cref="Page{T}.Continuation" />; null for the first page.</param>
    /// <param name="cancellationToken">Ends the wait for the service.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageSize" /> is less than 1.</exception>
    /// <exception cref="ArgumentException">The continuation is damaged, or belongs to another query.</exception>
    /// <exception cref="InvalidOperationException">The query cannot be continued from a key, or does not run on the DynamoDB provider.</exception>
    public static Task<Page<T>> ToPageAsync<T>(
        this IQueryable<T> source, int pageSize, string? continuation = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        if (source.Provider is not IAsyncQueryProvider provider)
        {
            throw new InvalidOperationException(QueryStrings.NotADynamoQuery);
        }

        // Members of a captured object become query parameters, so that all pages of a query share its compiled form.
        var arguments = Expression.Constant(new PageRequest(pageSize, continuation));
        return provider.ExecuteAsync<Task<Page<T>>>(
            Expression.Call(
                ToPageAsyncMethod.MakeGenericMethod(typeof(T)),
                source.Expression,
                Expression.Property(arguments, nameof(PageRequest.PageSize)),
                Expression.Property(arguments, nameof(PageRequest.Continuation)),
                Expression.Default(typeof(CancellationToken))),
            cancellationToken);
    }

    /// <summary>The plan of the query: which requests it will make, without making any.</summary>
    /// <param name="source">A query that returns rows; for an aggregate, take the plan of what it aggregates.</param>
    /// <exception cref="InvalidOperationException">The query does not run on the DynamoDB provider, or cannot be planned.</exception>
    public static AccessPlan ToAccessPlan(this IQueryable source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Provider.Execute<IEnumerable>(source.Expression) is IPlannedQuery query
            ? query.Plan
            : throw new InvalidOperationException(QueryStrings.NotADynamoQuery);
    }

    private static IQueryable<T> Mark<T>(IQueryable<T> source, MethodInfo marker)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Provider is EntityQueryProvider
            ? source.Provider.CreateQuery<T>(Expression.Call(marker.MakeGenericMethod(typeof(T)), source.Expression))
            : source;
    }

    private static MethodInfo GetMethod(string name)
        => Reflected.Method(typeof(DynamoQueryableExtensions), name);
}
