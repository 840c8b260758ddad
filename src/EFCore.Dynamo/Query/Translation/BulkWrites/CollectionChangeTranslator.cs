using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.BulkWrites;

/// <summary>Translates a collection with elements added or removed: <c>x.Tags.Append(tag).ToList()</c>, <c>x.Tags.Union(tags).ToHashSet()</c>.</summary>
internal sealed class CollectionChangeTranslator(DynamoQueryCompilationContext compilationContext)
{
    /// <summary>The change of the attribute that is set.</summary>
    /// <returns>Null for other values.</returns>
    public UpdateValue? TryTranslate(AttributeReadExpression target, Expression value)
    {
        if (value is not MethodCallExpression
            {
                Method.Name: nameof(Enumerable.ToList) or nameof(Enumerable.ToArray) or nameof(Enumerable.ToHashSet),
                Arguments: [MethodCallExpression { Arguments: [var changed, var elements] } change],
            } made
            || made.Method.DeclaringType != typeof(Enumerable)
            || change.Method.DeclaringType != typeof(CollectionChange)
            || FindRead(changed)?.Path.Equals(target.Attribute.Path) != true
            || !target.Attribute.IsEmptyWhereMissing)
        {
            return null;
        }

        var isSet = target.Mapping.AttributeType is AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet;
        return change.Method.Name switch
        {
            nameof(CollectionChange.Append) => Change(isAtStart: false, isCollection: false),
            nameof(CollectionChange.Prepend) => Change(isAtStart: true, isCollection: false),
            nameof(CollectionChange.Concat) => Change(isAtStart: false, isCollection: true),
            nameof(CollectionChange.Union) when isSet => Change(isAtStart: false, isCollection: true),
            nameof(CollectionChange.Except) when isSet && TryTranslateElements(elements) is { } removed
                => new SetChangeValue(removed, IsCollection: true, IsRemoval: true),
            _ => null,
        };

        UpdateValue? Change(bool isAtStart, bool isCollection)
            => TryTranslateElements(elements) is not { } added ? null
                : isSet ? new SetChangeValue(added, isCollection, IsRemoval: false)
                : new ListAppendValue(added, isCollection, isAtStart);
    }

    private static AttributeOperand? FindRead(Expression expression)
        => expression switch
        {
            AttributeReadExpression read => read.Attribute,
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => FindRead(conversion.Operand),
            _ => null,
        };

    private ParameterOperand? TryTranslateElements(Expression elements)
        => elements is QueryParameterExpression known ? new ParameterOperand(known.Name, TypeMapping: null, IsNullable: true)
            : ValueDependencies.Find(elements).DependsOnRow ? null
            : new ParameterOperand(compilationContext.RegisterExecutionValue(elements).Name, TypeMapping: null, IsNullable: true);
}
