using System.Linq.Expressions;
using EFCore.Dynamo.Query.Expressions;

namespace EFCore.Dynamo.Query.Translation.Translators;

/// <summary><c>a.Equals(b)</c> and <c>Equals(a, b)</c> of any type; of strings with ordinal comparison.</summary>
internal sealed class EqualsTranslator(PredicateTranslator predicates) : IMethodTranslator
{
    /// <inheritdoc />
    public DynamoPredicate? TryTranslate(MethodCallExpression call)
        => call switch
        {
            { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right] } => predicates.TryTranslateEquality(left, StripObject(right), isEqual: true),
            { Method: { Name: nameof(Equals), IsStatic: true }, Arguments: [var left, var right] }
                => predicates.TryTranslateEquality(StripObject(left), StripObject(right), isEqual: true),
            { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right, ConstantExpression { Value: StringComparison.Ordinal }] }
                => predicates.TryTranslateEquality(left, right, isEqual: true),
            { Method: { Name: nameof(Equals), IsStatic: true }, Arguments: [var left, var right, ConstantExpression { Value: StringComparison.Ordinal }] }
                => predicates.TryTranslateEquality(left, right, isEqual: true),
            _ => null,
        };

    private static Expression StripObject(Expression expression)
        => expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion && conversion.Type == typeof(object) ? conversion.Operand : expression;
}
