using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>What one page of a Query or Scan does with each item it reads.</summary>
internal readonly struct PagePlan
{
    public required TableSchema Table { get; init; }

    /// <summary>What the request called the table; null for its name.</summary>
    public string? RequestedName { get; init; }

    public required IndexSchema? Index { get; init; }

    public required ReadSelection Selection { get; init; }

    public required BoundCondition? Filter { get; init; }

    public required BoundProjection? Projection { get; init; }

    /// <summary>The most items to read, before the filter.</summary>
    public required int? Limit { get; init; }

    /// <summary>Whether nothing can follow what is read: then no page has a key to go on from, which the next request would be refused with.</summary>
    public bool IsWhole { get; init; }

    public required ReadMode Mode { get; init; }

    public required ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Where the caller wants the items; null gives each item memory of its own.</summary>
    public required ItemArena? Arena { get; init; }

    /// <summary>A global secondary index has only eventually consistent reads.</summary>
    public static ReadMode GetMode(bool consistentRead) => consistentRead ? ReadMode.Strong : ReadMode.Eventual;
}
