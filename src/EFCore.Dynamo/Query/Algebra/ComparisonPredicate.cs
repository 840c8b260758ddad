namespace EFCore.Dynamo.Query.Algebra;

/// <summary><c>left = right</c> and its five relatives. Where one side is a value, it is the right one.</summary>
/// <remarks>
///     A missing attribute equals nothing and is ordered before nothing, so all comparators but <see cref="Comparator.NotEqual" /> are false on it;
///     <c>&lt;&gt;</c> is true, as <c>null != 5</c> is in C#.
/// </remarks>
internal sealed record ComparisonPredicate(Comparator Operator, DynamoOperand Left, DynamoOperand Right) : DynamoPredicate;
