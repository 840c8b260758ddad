using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Linq;

/// <summary><c>a.CompareTo(b) &lt; 0</c> and <c>string.Compare(a, b) &lt; 0</c>: the comparison <c>a &lt; b</c>.</summary>
/// <param name="Operator">The comparison of the two sides.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
internal sealed record CompareCall(Comparator Operator, Expression Left, Expression Right)
{
    /// <summary>Recognizes the pattern.</summary>
    /// <param name="binary">A comparison.</param>
    /// <param name="comparison">Its operator.</param>
    /// <returns>Null where it is another one.</returns>
    public static CompareCall? TryMatch(BinaryExpression binary, Comparator comparison)
    {
        if (TryGetSides(binary.Left) is { } sides && binary.Right is ConstantExpression { Value: int number })
        {
            return Create(sides.Left, sides.Right, comparison, number);
        }

        return TryGetSides(binary.Right) is { } swapped && binary.Left is ConstantExpression { Value: int constant }
            ? Create(swapped.Left, swapped.Right, comparison.Swap(), constant)
            : null;
    }

    /// <summary>The two values that a call of <c>Compare</c> or <c>CompareTo</c> compares.</summary>
    /// <returns>Null for other expressions, and for comparisons of strings that are not by their characters' codes.</returns>
    public static (Expression Left, Expression Right)? TryGetSides(Expression expression)
        => expression switch
        {
            MethodCallExpression { Method.Name: nameof(IComparable.CompareTo), Object: { } left, Arguments: [var right] } => (left, right),
            MethodCallExpression { Method: { Name: nameof(string.Compare), IsStatic: true }, Arguments: [var left, var right] } => (left, right),
            MethodCallExpression { Method: { Name: nameof(string.CompareOrdinal), IsStatic: true }, Arguments: [var left, var right] } => (left, right),
            MethodCallExpression
            {
                Method: { Name: nameof(string.Compare), IsStatic: true },
                Arguments: [var left, var right, ConstantExpression { Value: StringComparison.Ordinal }],
            } => (left, right),
            _ => null,
        };

    private static CompareCall? Create(Expression left, Expression right, Comparator comparison, int number)
        => (comparison, number) switch
        {
            (_, 0) => new(comparison, left, right),
            // Compare returns any number of the right sign, but programs test for 1 and -1.
            (Comparator.Equal or Comparator.GreaterThanOrEqual, 1) => new(Comparator.GreaterThan, left, right),
            (Comparator.NotEqual or Comparator.LessThan, 1) => new(Comparator.LessThanOrEqual, left, right),
            (Comparator.Equal or Comparator.LessThanOrEqual, -1) => new(Comparator.LessThan, left, right),
            (Comparator.NotEqual or Comparator.GreaterThan, -1) => new(Comparator.GreaterThanOrEqual, left, right),
            _ => null,
        };
}
