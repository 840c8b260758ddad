using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary><c>StartsWith</c>, <c>Contains</c> and <c>IsNullOrEmpty</c> of strings, by their characters' codes.</summary>
internal sealed class StringTranslator(OperandTranslator operands) : IMethodTranslator
{
    /// <inheritdoc />
    public DynamoPredicate? TryTranslate(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(string))
        {
            return null;
        }

        if (call is { Method.Name: nameof(string.IsNullOrEmpty), Arguments: [var tested] })
        {
            return TryTranslateAttribute(tested) is { } attribute
                ? LogicalPredicates.Or(
                    new NullPredicate(attribute), new ComparisonPredicate(Comparator.Equal, attribute, new ConstantOperand("", attribute.TypeMapping)))
                : null;
        }

        if (call is not ({ Object: not null, Arguments: [_] } or { Object: not null, Arguments: [_, ConstantExpression { Value: StringComparison.Ordinal }] })
            || TryTranslateAttribute(call.Object) is not { } source
            || TryTranslateText(call.Arguments[0], source) is not { } text)
        {
            return null;
        }

        return call.Method.Name switch
        {
            nameof(string.StartsWith) => new BeginsWithPredicate(source, text),
            nameof(string.Contains) => new ContainsPredicate(source, text),
            _ => null,
        };
    }

    private AttributeOperand? TryTranslateAttribute(Expression expression)
        => operands.TryTranslateAttribute(expression) is { TypeMapping: DynamoTypeMapping { AttributeType: AttributeType.String, Converter: null } } attribute
            ? attribute
            : null;

    private DynamoOperand? TryTranslateText(Expression expression, AttributeOperand source)
        => expression is ConstantExpression { Value: char character }
            ? new ConstantOperand(character.ToString(), source.TypeMapping)
            : operands.TryTranslateValue(expression, source.TypeMapping!); // TryTranslateAttribute asks for a mapping
}
