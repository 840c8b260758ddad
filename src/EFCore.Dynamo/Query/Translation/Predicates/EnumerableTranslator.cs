using System.Collections;
using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary><c>Contains</c> and <c>Any</c> of collections: those in the item (<c>contains</c>, <c>size</c>) and local ones (<c>IN</c>).</summary>
internal sealed class EnumerableTranslator(OperandTranslator operands) : IMethodTranslator
{
    /// <inheritdoc />
    public DynamoPredicate? TryTranslate(MethodCallExpression call)
        => call switch
        {
            { Method.Name: nameof(Enumerable.Contains), Object: { } source, Arguments: [var value] } when call.Method.DeclaringType != typeof(string)
                => TryTranslateContains(source, value),
            { Method: { Name: nameof(Enumerable.Contains), IsStatic: true }, Arguments: [var source, var value] } => TryTranslateContains(source, value),
            { Method: { Name: nameof(Enumerable.Any), IsStatic: true }, Arguments: [var source] } => TryTranslateAny(source),
            { Method: { Name: nameof(Enumerable.Any), IsStatic: true }, Arguments: [var source, LambdaExpression predicate] }
                => TryTranslateAnyEqual(source, predicate),
            _ => null,
        };

    private DynamoPredicate? TryTranslateContains(Expression source, Expression value)
    {
        source = StripConversion(source);
        if (source is AttributeReadExpression collection)
        {
            return TryTranslateCollectionAttribute(collection, value);
        }

        if (operands.TryTranslateAttribute(value) is not { } attribute)
        {
            return null;
        }

        return source switch
        {
            QueryParameterExpression parameter when FindElementType(parameter.Type) is { } type
                && ParameterValues.CanConvert(type, attribute.TypeMapping!.ClrType)
                => new InParameterPredicate(attribute, new ParameterOperand(parameter.Name, attribute.TypeMapping, IsNullable: true)),
            ConstantExpression { Value: IEnumerable values and not string }
                => TryTranslateList(attribute, [.. values.Cast<object?>().Select(v => Expression.Constant(v))]),
            NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => TryTranslateList(attribute, [.. array.Expressions]),
            ListInitExpression list when list.Initializers.All(i => i.Arguments.Count == 1)
                => TryTranslateList(attribute, [.. list.Initializers.Select(i => i.Arguments[0])]),
            _ => null,
        };
    }

    private ContainsPredicate? TryTranslateCollectionAttribute(AttributeReadExpression collection, Expression value)
        => collection.Mapping.AttributeType is AttributeType.List or AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet
            && FindElementMapping(collection) is { Codec: { IsCanonical: true, HasBounds: false } } mapping
            && !NullLiteral.Is(value)
            && operands.TryTranslateValue(value, mapping) is { } operand and not ParameterOperand { IsNullable: true, TypeMapping.ClrType.IsValueType: true }
                ? new ContainsPredicate(collection.Attribute, operand)
                : null;

    private DynamoPredicate? TryTranslateList(AttributeOperand attribute, List<Expression> values)
    {
        var translated = ImmutableArray.CreateBuilder<DynamoOperand>(values.Count);
        var matchesNull = false;
        foreach (var value in values)
        {
            if (NullLiteral.Is(value))
            {
                matchesNull = true;
            }
            else if (operands.TryTranslateValue(value, attribute.TypeMapping!) is { } operand) // TryTranslateAttribute asks for a mapping
            {
                translated.Add(operand);
            }
            else
            {
                return null;
            }
        }

        DynamoPredicate predicate = translated.Count == 0 ? new BooleanPredicate(Value: false) : new InPredicate(attribute, translated.DrainToImmutable());
        return matchesNull ? LogicalPredicates.Or(predicate, new NullPredicate(attribute)) : predicate;
    }

    private static ComparisonPredicate? TryTranslateAny(Expression source)
        => source is AttributeReadExpression
        {
            Mapping.AttributeType: AttributeType.List or AttributeType.Map or AttributeType.StringSet
            or AttributeType.NumberSet or AttributeType.BinarySet
        } collection
            ? new ComparisonPredicate(Comparator.GreaterThan, new SizeOperand(collection.Attribute), new ConstantOperand(0, TypeMapping: null))
            : null;

    private DynamoPredicate? TryTranslateAnyEqual(Expression source, LambdaExpression predicate)
    {
        // ids.Any(i => i == x.Id) is ids.Contains(x.Id).
        var element = predicate.Parameters[0];
        return predicate.Body switch
        {
            BinaryExpression { NodeType: ExpressionType.Equal } equal when equal.Left == element => TryTranslateContains(source, equal.Right),
            BinaryExpression { NodeType: ExpressionType.Equal } equal when equal.Right == element => TryTranslateContains(source, equal.Left),
            _ => null,
        };
    }

    private static DynamoTypeMapping? FindElementMapping(AttributeReadExpression collection)
        => ((collection.Attribute.Property as IProperty)?.GetElementType()?.FindTypeMapping() ?? collection.Mapping.ElementTypeMapping) as DynamoTypeMapping;

    private static Type? FindElementType(Type type)
        => type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces().Append(type).FirstOrDefault(
                i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static Expression StripConversion(Expression source)
    {
        while (source is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
        {
            source = conversion.Operand;
        }

        // C# 14 prefers the span overload of Contains for arrays.
        return source is MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var array] } ? StripConversion(array) : source;
    }
}
