using System.Linq.Expressions;
using EFCore.Dynamo.Query.Execution.Rows;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Methods that throw for a sequence without elements: to a query, as to SQL, what such a sequence has not is null.</summary>
internal static class SequenceElements
{
    /// <summary><c>First</c>, <c>Single</c>, <c>Max</c>, <c>list[0]</c> and the like with a result that is null where there is none.</summary>
    /// <returns>Null for other calls.</returns>
    public static Expression? TryMakeNullable(MethodCallExpression call)
    {
        if (call is { Method.Name: "get_Item", Object: { } list, Arguments: [var index] })
        {
            return index.Type == typeof(int) && list.Type.IsAssignableTo(typeof(IEnumerable<>).MakeGenericType(call.Type))
                ? Expression.Call(typeof(Enumerable), nameof(Enumerable.ElementAt), [call.Type], list, index)
                : index.Type == typeof(string)
                    && list.Type.IsAssignableTo(typeof(IEnumerable<>).MakeGenericType(typeof(KeyValuePair<,>).MakeGenericType(typeof(string), call.Type)))
                    ? Expression.Call(typeof(RowFunctions), nameof(RowFunctions.FindEntry), [call.Type, NullSafeRewriter.MakeNullable(call.Type)], list, index)
                    : null;
        }

        return call.Method.DeclaringType != typeof(Enumerable) ? null
            : call.Method.Name switch
            {
                nameof(Enumerable.First) or nameof(Enumerable.Last) or nameof(Enumerable.Single) => TakeElement(call),
                nameof(Enumerable.ElementAt) when call.Arguments[1].Type == typeof(int)
                    => CallOrDefault(call, Select(call.Arguments[0], call.Type), call.Arguments[1]),
                nameof(Enumerable.Min) or nameof(Enumerable.Max) or nameof(Enumerable.Average) when call.Type.IsValueType
                    && Nullable.GetUnderlyingType(call.Type) is null
                    => Aggregate(call),
                _ => null,
            };
    }

    private static MethodCallExpression TakeElement(MethodCallExpression call)
    {
        var source = call.Arguments is [var all, LambdaExpression predicate]
            ? Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [call.Type], all, predicate)
            : call.Arguments[0];
        return CallOrDefault(call, Select(source, call.Type));
    }

    private static MethodCallExpression CallOrDefault(MethodCallExpression call, Expression source, params Expression[] arguments)
        => Expression.Call(typeof(Enumerable), call.Method.Name + "OrDefault", [NullSafeRewriter.MakeNullable(call.Type)], [source, .. arguments]);

    private static MethodCallExpression? Aggregate(MethodCallExpression call)
    {
        var source = call.Arguments switch
        {
            [var elements] => Select(elements, call.Method.GetParameters()[0].ParameterType.GetGenericArguments()[0]),
            [var elements, LambdaExpression selector] => Select(elements, selector),
            _ => null, // with a comparer
        };
        if (source is null)
        {
            return null;
        }

        var type = source.Type.GetGenericArguments()[0];
        var method = typeof(Enumerable).GetMethods().FirstOrDefault(
            m => m.Name == call.Method.Name && !m.IsGenericMethod && m.GetParameters() is [var only] && only.ParameterType == source.Type);
        return method is not null ? Expression.Call(method, source) : Expression.Call(typeof(Enumerable), call.Method.Name, [type], source);
    }

    private static Expression Select(Expression source, Type elementType)
    {
        if (!elementType.IsValueType || Nullable.GetUnderlyingType(elementType) is not null)
        {
            return source;
        }

        if (source is MethodCallExpression
            {
                Method: { Name: nameof(Enumerable.Select), DeclaringType: var type },
                Arguments: [var selected, LambdaExpression { Parameters: [_] } selector]
            }
            && type == typeof(Enumerable))
        {
            return Select(selected, selector);
        }

        var element = Expression.Parameter(elementType, "element");
        return Select(source, Expression.Lambda(element, element));
    }

    private static MethodCallExpression Select(Expression source, LambdaExpression selector)
    {
        var type = NullSafeRewriter.MakeNullable(selector.ReturnType);
        var body = selector.Body.Type == type ? selector.Body : Expression.Convert(selector.Body, type);
        return Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Select), [selector.Parameters[0].Type, type], source, Expression.Lambda(body, selector.Parameters[0]));
    }
}
