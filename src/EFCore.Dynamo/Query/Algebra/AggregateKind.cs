namespace EFCore.Dynamo.Query.Algebra;

/// <summary>What becomes of all rows of the query.</summary>
internal enum AggregateKind
{
    /// <summary>Whether there is a row.</summary>
    Any,

    /// <summary>Whether there is none: <c>All</c> asks for rows that break its condition.</summary>
    None,

    Count,
    LongCount,
    Min,
    Max,
    Sum,
    Average,
}
