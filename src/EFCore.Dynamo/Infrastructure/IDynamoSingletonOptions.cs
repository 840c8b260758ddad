using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>The query options of the context. Contexts with other values of them get service providers, and so compiled-query caches, of their own.</summary>
public interface IDynamoSingletonOptions : ISingletonOptions
{
    /// <summary>What happens to a query that would scan a table.</summary>
    ScanBehavior ScanBehavior { get; }

    /// <summary>The most items that one query may read, counted before filters; null for no limit.</summary>
    int? MaxItemsRead { get; }

    /// <summary>Whether reads of tables and local secondary indexes are strongly consistent unless the query says otherwise.</summary>
    bool ConsistentRead { get; }
}
