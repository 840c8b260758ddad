using System.Diagnostics;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>What the operators of a statement are called, and which of them compare.</summary>
internal static class PartiQlOperators
{
    /// <summary>The comparison, or null for a sum or a difference.</summary>
    public static ComparisonKind? ToComparison(PartiQlOperator @operator)
        => @operator switch
        {
            PartiQlOperator.Equal => ComparisonKind.Equal,
            PartiQlOperator.NotEqual => ComparisonKind.NotEqual,
            PartiQlOperator.LessThan => ComparisonKind.LessThan,
            PartiQlOperator.LessThanOrEqual => ComparisonKind.LessThanOrEqual,
            PartiQlOperator.GreaterThan => ComparisonKind.GreaterThan,
            PartiQlOperator.GreaterThanOrEqual => ComparisonKind.GreaterThanOrEqual,
            PartiQlOperator.Add or PartiQlOperator.Subtract => null,
            _ => throw new UnreachableException($"{@operator} is no operator."),
        };

    /// <summary>The sign.</summary>
    public static string GetText(PartiQlOperator @operator)
        => @operator switch
        {
            PartiQlOperator.Add => "+",
            PartiQlOperator.Subtract => "-",
            _ => ExpressionWriter.GetText(ToComparison(@operator)!.Value), // all others compare
        };
}
