using System.Linq.Expressions;
using EFCore.Dynamo.Query.Expressions;
using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Binds <c>x.Map["key"]</c> and <c>x.List[0]</c> to reads of nested values, so that neither client nor server reads the rest of the collection.</summary>
/// <remarks>A missing entry or element reads as null or default, not as an exception: a query skips such items as SQL does.</remarks>
internal static class CollectionElementBinder
{
    /// <summary>Binds an indexer or <c>ElementAt</c> call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="instance">What it is called on, bound; null for a static method.</param>
    /// <param name="arguments">Its arguments, bound.</param>
    /// <param name="typeMappingSource">Finds the element's mapping.</param>
    /// <returns>Null where the call is something else.</returns>
    public static Expression? TryBind(MethodCallExpression call, Expression? instance, Expression[] arguments, ITypeMappingSource typeMappingSource)
        => (call.Method.Name, instance, arguments) switch
        {
            ("get_Item", { } source, [var index]) => TryBindElement(source, index, call.Type, typeMappingSource),
            (nameof(Enumerable.ElementAt) or nameof(Enumerable.ElementAtOrDefault), null, [var source, var index])
                when call.Method.DeclaringType == typeof(Queryable) || call.Method.DeclaringType == typeof(Enumerable)
                => TryBindElement(source, index, call.Type, typeMappingSource),
            _ => null,
        };

    /// <summary>Binds the element of a collection.</summary>
    /// <param name="source">The collection; must be an attribute of type L or M.</param>
    /// <param name="index">A constant or a parameter.</param>
    /// <param name="type">The type of the element.</param>
    /// <param name="typeMappingSource">Finds the element's mapping.</param>
    public static Expression? TryBindElement(Expression source, Expression index, Type type, ITypeMappingSource typeMappingSource)
    {
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
