using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Translation.Operands;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary>Comparisons of a collection's count with a number: the function <c>size</c>.</summary>
/// <remarks>
///     Strings stay with the client: the service counts their bytes, C# their UTF-16 units. A missing attribute has no size: where it is an empty collection, a
///     comparison that an empty collection satisfies asks for it too, and one that might (with a parameter) stays with the client.
/// </remarks>
internal static class SizePredicates
{
    /// <summary>Translates <c>x.Tags.Count &gt; 2</c>.</summary>
    /// <returns>Null where neither side is a count, or where the service would answer differently.</returns>
    public static DynamoPredicate? TryTranslate(Comparator comparison, Expression left, Expression right, OperandTranslator operands)
    {
        if (CountedCollection.TryGet(left) is not { } collection)
        {
            return CountedCollection.TryGet(right) is null ? null : TryTranslate(comparison.Swap(), right, left, operands);
        }

        var isEmptyWhereMissing = collection.Attribute.IsEmptyWhereMissing;
        return right switch
        {
            ConstantExpression { Value: int count } when isEmptyWhereMissing && IsTrueForEmpty(comparison, count)
                => LogicalPredicates.Or(new NullPredicate(collection.Attribute), Create(comparison, collection, new ConstantOperand(count, TypeMapping: null))),
            ConstantExpression { Value: int count } => Create(comparison, collection, new ConstantOperand(count, TypeMapping: null)),
            QueryParameterExpression parameter when !isEmptyWhereMissing && parameter.Type == typeof(int)
                => Create(comparison, collection, new ParameterOperand(parameter.Name, TypeMapping: null, IsNullable: false)),
            _ => null,
        };
    }

    // The count of what is missing is no number, which neither equals one nor differs from one.
    private static DynamoPredicate Create(Comparator comparison, AttributeReadExpression collection, DynamoOperand count)
        => comparison == Comparator.NotEqual
            ? LogicalPredicates.Or(Create(Comparator.LessThan, collection, count), Create(Comparator.GreaterThan, collection, count))
            : new ComparisonPredicate(comparison, new SizeOperand(collection.Attribute), count);

    private static bool IsTrueForEmpty(Comparator comparison, int count)
        => comparison switch
        {
            Comparator.Equal => count == 0,
            Comparator.NotEqual => count != 0,
            Comparator.LessThan => count > 0,
            Comparator.LessThanOrEqual => count >= 0,
            Comparator.GreaterThan => count < 0,
            _ => count <= 0,
        };
}
