using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>
///     Binds <c>x.Map["key"]</c> and <c>x.List[0]</c> to reads of nested values, so that neither client nor server reads the rest of the collection.
/// </summary>
/// <remarks>A missing entry or element reads as null or default, not as an exception: a query skips such items as SQL does.</remarks>
internal static class CollectionElementBinder
{
    /// <summary>Binds an indexer or <c>ElementAt</c> call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="instance">What it is called on, bound; null for a static method.</param>
    /// <param name="arguments">Its arguments, bound.</param>
    /// <param name="typeMappingSource">Finds the element's mapping.</param>
    /// <param name="bind">Binds a lambda over an element.</param>
    /// <returns>Null where the call is something else.</returns>
    public static Expression? TryBind(
        MethodCallExpression call,
        Expression? instance,
        Expression[] arguments,
        ITypeMappingSource typeMappingSource,
        Func<Expression, LambdaExpression, Expression> bind)
    {
        if (TryGetElement(call, instance, arguments) is not { } element)
        {
            return null;
        }

        // EF reads a member of an element by a Select in front of it.
        return element.Source is MethodCallExpression
        {
            Method.Name: nameof(Enumerable.Select),
            Arguments: [var source, LambdaExpression { Parameters: [var variable] } selector]
        }
            ? TryBindElement(source, element.Index, variable.Type, typeMappingSource) is { } selected && bind(selected, selector) is var member
                && IsMember(member)
                ? member
                : null
            : TryBindElement(element.Source, element.Index, call.Type, typeMappingSource);
    }

    /// <summary>Binds the element of a collection.</summary>
    /// <param name="source">The collection; must be an attribute of type L or M, or a list of maps.</param>
    /// <param name="index">A constant or a parameter.</param>
    /// <param name="type">The type of the element.</param>
    /// <param name="typeMappingSource">Finds the element's mapping.</param>
    public static Expression? TryBindElement(Expression source, Expression index, Type type, ITypeMappingSource typeMappingSource)
    {
        if (source is StructuralCollectionExpression collection)
        {
            return index.Type == typeof(int) && CreateSegment(index) is { } position
                ? new StructuralTypeShaperExpression(collection.ElementType, new RowExpression(collection.Path.Append(position)), nullable: true)
                : null;
        }

        if (source is not AttributeReadExpression { Mapping.AttributeType: AttributeType.List or AttributeType.Map } read
            || CreateSegment(index) is not { } segment
            || FindElementMapping(read, type, typeMappingSource) is not { } mapping)
        {
            return null;
        }

        var isList = read.Mapping.AttributeType == AttributeType.List;
        return isList == (index.Type == typeof(int))
            ? new AttributeReadExpression(new AttributeOperand(read.Attribute.Path.Append(segment), Property: null, mapping), type)
            : null;
    }

    private static (Expression Source, Expression Index)? TryGetElement(MethodCallExpression call, Expression? instance, Expression[] arguments)
        => (call.Method.Name, instance, arguments) switch
        {
            ("get_Item", { } source, [var index]) => (source, index),
            (nameof(Enumerable.ElementAt) or nameof(Enumerable.ElementAtOrDefault), null, [var source, var index]) when IsLinq(call) => (source, index),
            (nameof(Enumerable.First), null, [var source]) when IsLinq(call) => (source, Expression.Constant(0)),
            (nameof(Enumerable.FirstOrDefault), null, [var source]) when IsLinq(call) && !call.Type.IsValueType => (source, Expression.Constant(0)),
            _ => null,
        };

    // Anything else may make a value out of no element.
    private static bool IsMember(Expression expression)
        => expression is AttributeReadExpression or StructuralTypeShaperExpression or StructuralCollectionExpression
            || (expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion && IsMember(conversion.Operand));

    private static bool IsLinq(MethodCallExpression call)
        => call.Method.DeclaringType == typeof(Queryable) || call.Method.DeclaringType == typeof(Enumerable);

    private static AttributePathSegment? CreateSegment(Expression index)
        => index switch
        {
            ConstantExpression { Value: string name } => new NameSegment(name),
            ConstantExpression { Value: int position and >= 0 } => new IndexSegment(position),
            QueryParameterExpression parameter when parameter.Type == typeof(string) => new ParameterSegment(parameter.Name, IsIndex: false),
            QueryParameterExpression parameter when parameter.Type == typeof(int) => new ParameterSegment(parameter.Name, IsIndex: true),
            _ => null,
        };

    private static DynamoTypeMapping? FindElementMapping(AttributeReadExpression read, Type type, ITypeMappingSource typeMappingSource)
        => (read.Attribute.Property?.GetElementType()?.FindTypeMapping()
            ?? read.Mapping.ElementTypeMapping
            ?? typeMappingSource.FindMapping(Nullable.GetUnderlyingType(type) ?? type)) as DynamoTypeMapping;
}
