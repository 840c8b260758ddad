using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary>
///     What <see cref="EqualsCall" /> left of <c>a.Equals(b)</c> and <c>Equals(a, b)</c>: values without operators, objects, and strings with ordinal
///     comparison.
/// </summary>
internal sealed class EqualsTranslator(PredicateTranslator predicates) : IMethodTranslator
{
    /// <inheritdoc />
    public DynamoPredicate? TryTranslate(MethodCallExpression call)
        => call switch
        {
            { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right, ConstantExpression { Value: StringComparison.Ordinal }] }
                => predicates.TryTranslateEquality(left, right, isEqual: true),
            { Method: { Name: nameof(Equals), IsStatic: true }, Arguments: [var left, var right, ConstantExpression { Value: StringComparison.Ordinal }] }
                => predicates.TryTranslateEquality(left, right, isEqual: true),
            _ => EqualsCall.TryGetSides(call, call.Object, call.Arguments) is { } sides
                ? predicates.TryTranslateEquality(sides.Left, sides.Right, isEqual: true, isBoxed: true)
                : null,
        };
}
