using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>The wire names of the legacy operators, as the error texts spell them.</summary>
internal static class ComparisonOperatorNames
{
    public static string GetWireName(this ComparisonOperator comparison)
        => comparison switch
        {
            ComparisonOperator.Equal => "EQ",
            ComparisonOperator.NotEqual => "NE",
            ComparisonOperator.LessThanOrEqual => "LE",
            ComparisonOperator.LessThan => "LT",
            ComparisonOperator.GreaterThanOrEqual => "GE",
            ComparisonOperator.GreaterThan => "GT",
            ComparisonOperator.NotNull => "NOT_NULL",
            ComparisonOperator.Null => "NULL",
            ComparisonOperator.Contains => "CONTAINS",
            ComparisonOperator.NotContains => "NOT_CONTAINS",
            ComparisonOperator.BeginsWith => "BEGINS_WITH",
            ComparisonOperator.In => "IN",
            _ => "BETWEEN",
        };
}
