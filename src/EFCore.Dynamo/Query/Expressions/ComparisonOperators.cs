namespace EFCore.Dynamo.Query.Expressions;

/// <summary>What is known of comparisons.</summary>
internal static class ComparisonOperators
{
    /// <summary>The comparison for exchanged sides.</summary>
    public static ComparisonOperator Swap(this ComparisonOperator comparison)
        => comparison switch
        {
            ComparisonOperator.LessThan => ComparisonOperator.GreaterThan,
            ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
            ComparisonOperator.GreaterThan => ComparisonOperator.LessThan,
            ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThanOrEqual,
            _ => comparison,
        };
}
