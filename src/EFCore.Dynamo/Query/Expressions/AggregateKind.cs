namespace EFCore.Dynamo.Query.Expressions;

/// <summary>What becomes of all rows of the query.</summary>
internal enum AggregateKind
{
    Any,
    Count,
    LongCount,
    Min,
    Max,
    Sum,
    Average,
}
