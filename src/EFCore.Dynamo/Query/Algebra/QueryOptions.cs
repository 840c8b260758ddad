namespace EFCore.Dynamo.Query.Algebra;

/// <summary>What the marker methods of a query asked for.</summary>
internal sealed record QueryOptions
{
    /// <summary><c>AllowScan()</c>: the query may read the whole table.</summary>
    public bool AllowScan { get; init; }

    /// <summary><c>WithConsistentRead()</c>: strongly consistent reads; rules out global secondary indexes.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary><c>MaxItemsRead(n)</c>: the most items the query may read before it fails; null sets no bound.</summary>
    public int? MaxItemsRead { get; init; }

    /// <summary><c>ToPageAsync</c>: the result is one page with a continuation, so its source must be one that can be continued.</summary>
    public bool IsPaged { get; init; }
}
