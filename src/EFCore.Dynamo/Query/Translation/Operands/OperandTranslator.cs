using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation.Operands;

/// <summary>Finds the attribute and the values in a condition, and the mapping that writes the values as the attribute's are written.</summary>
internal sealed class OperandTranslator(ITypeMappingSource typeMappingSource, DynamoQueryCompilationContext compilationContext)
{
    /// <summary>The attribute that an expression reads, if it does nothing else with it.</summary>
    /// <returns>Null for all other expressions; an attribute of another mapping where a numeric conversion changes how values compare.</returns>
    public AttributeOperand? TryTranslateAttribute(Expression expression)
    {
        var type = expression.Type;
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion
            && NumberConversions.KeepsValue(conversion.Operand.Type, conversion.Type))
        {
            expression = conversion.Operand;
        }

        if (expression is MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: { } nullable }
            && Nullable.GetUnderlyingType(nullable.Type) is not null)
        {
            return TryTranslateAttribute(nullable) is { } inner ? Retype(inner, type) : null;
        }

        return expression is AttributeReadExpression read ? Retype(read.Attribute, type) : null;
    }

    /// <summary>A constant or parameter, to be compared with an attribute.</summary>
    /// <param name="expression">The value.</param>
    /// <param name="mapping">How the attribute is written.</param>
    /// <param name="isBoxed">Whether C# compares objects, so that a value of another type equals nothing.</param>
    public DynamoOperand? TryTranslateValue(Expression expression, CoreTypeMapping mapping, bool isBoxed = false)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion
            && IsWidening(conversion.Operand.Type, conversion.Type))
        {
            expression = conversion.Operand;
        }

        switch (expression)
        {
            case ConstantExpression { Value: { } value }:
                return ParameterValues.TryConvert(value, mapping.ClrType, out var converted) ? new ConstantOperand(converted, mapping) : null;
            case QueryParameterExpression parameter:
                return ParameterValues.CanConvert(parameter.Type, mapping.ClrType) ? CreateParameter(parameter, mapping, isBoxed) : null;
            case NewExpression or NewArrayExpression or MemberInitExpression when ConstantEvaluator.TryEvaluate(expression) is { } value:
                return ParameterValues.TryConvert(value, mapping.ClrType, out var evaluated) ? new ConstantOperand(evaluated, mapping) : null;
            case NewExpression or NewArrayExpression or MemberInitExpression or ListInitExpression when !ValueDependencies.Find(expression).DependsOnRow:
                return TryTranslateValue(compilationContext.RegisterExecutionValue(expression), mapping);
            default:
                return null;
        }
    }

    private static ParameterOperand CreateParameter(QueryParameterExpression parameter, CoreTypeMapping mapping, bool isBoxed)
        => new(parameter.Name, mapping, IsNullable(parameter.Type) && !LookupNames.IsParameter(parameter.Name))
        {
            IsBoxed = isBoxed && parameter.Type == typeof(object),
            MayNotFit = !NumberConversions.KeepsValue(parameter.Type, mapping.ClrType),
        };

    private static bool IsNullable(Type type)
        => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>The attribute, written as values of the compared type are: DynamoDB compares numbers by value, whatever their CLR type.</summary>
    private AttributeOperand? Retype(AttributeOperand attribute, Type comparedType)
    {
        if (attribute.TypeMapping is not DynamoTypeMapping mapping)
        {
            return null;
        }

        comparedType = Nullable.GetUnderlyingType(comparedType) ?? comparedType;
        var ownType = Nullable.GetUnderlyingType(mapping.ClrType) ?? mapping.ClrType;
        if (comparedType == ownType || comparedType == typeof(object) || !comparedType.IsValueType || ownType.IsEnum || ownType == typeof(char))
        {
            return attribute;
        }

        return mapping is { AttributeType: AttributeType.Number, Converter: null }
            && typeMappingSource.FindMapping(comparedType) is DynamoTypeMapping { AttributeType: AttributeType.Number, Converter: null } compared
            && compared.ClrType != typeof(float)
                ? attribute with { TypeMapping = compared }
                : null;
    }

    /// <summary>
    ///     Whether a conversion of a value changes nothing about what it is compared as: to the nullable form, to object or an interface, of an enum to its
    ///     number.
    /// </summary>
    public static bool IsWidening(Type from, Type to)
        => from == (Nullable.GetUnderlyingType(to) ?? to) || to == typeof(object) || !to.IsValueType || (Nullable.GetUnderlyingType(from) ?? from).IsEnum;
}
