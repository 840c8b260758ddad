using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Planning;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>Counts the items that one execution reads, against <c>MaxItemsRead</c>.</summary>
/// <param name="maxItemsRead">The bound; null for none.</param>
/// <param name="plan">What reads, for the error.</param>
/// <param name="outer">That of the whole query, where this one is a source's own; null for the query's.</param>
internal sealed class ReadBudget(int? maxItemsRead, AccessPlan plan, ReadBudget? outer = null)
{
    private long _read;

    /// <summary>Adds items that were read, before any filter.</summary>
    /// <exception cref="InvalidOperationException">They are too many.</exception>
    public void Add(int scannedCount)
    {
        outer?.Add(scannedCount);
        if (Interlocked.Add(ref _read, scannedCount) > maxItemsRead)
        {
            throw new InvalidOperationException(QueryStrings.MaxItemsReadExceeded(maxItemsRead.Value, plan.ToString()));
        }
    }

    /// <summary>The limit of the next request: no more than one item over the budget, which is enough to know that it is exceeded.</summary>
    public int? Bound(int? limit)
    {
        limit = outer is null ? limit : outer.Bound(limit);
        if (maxItemsRead is not { } max)
        {
            return limit;
        }

        var remaining = (int)(max - _read + 1);
        return limit is null || remaining < limit ? remaining : limit;
    }
}
