using System.Linq.Expressions;
using System.Reflection;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Calls that make one value of a subquery.</summary>
internal static class SubqueryEnd
{
    /// <summary>Whether the value is one of the sequence's: <c>First</c> and its relatives.</summary>
    public static bool TakesElement(MethodCallExpression call)
        => call is { Method.Name: nameof(Queryable.ElementAt) or nameof(Queryable.ElementAtOrDefault), Arguments: [_, { Type: var index }] }
            ? index == typeof(int)
            : call is
            {
                Method.Name: nameof(Queryable.First) or nameof(Queryable.FirstOrDefault) or nameof(Queryable.Single)
                or nameof(Queryable.SingleOrDefault) or nameof(Queryable.Last) or nameof(Queryable.LastOrDefault), Arguments: [_]
            };

    /// <summary>
    ///     The call with its condition or selector as a step of the subquery, which is looked up then: <c>Any(condition)</c> is <c>Where(condition).Any()</c>.
    /// </summary>
    /// <returns>Null for other calls, and those of what is no subquery.</returns>
    public static Expression? TryMoveArguments(MethodCallExpression call)
    {
        if (call is not { Arguments: [var source, var argument] } || call.Method.DeclaringType != typeof(Queryable) || !RowBinder.IsRooted(source))
        {
            return null;
        }

        var elementType = call.Method.GetGenericArguments()[0];
        var lambda = argument is UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression quoted } ? quoted : null;
        return call.Method.Name switch
        {
            nameof(Queryable.All) when lambda is not null
                => Expression.Not(CallEnd(nameof(Queryable.Any), Where(source, Expression.Lambda(Expression.Not(lambda.Body), lambda.Parameters)))),
            nameof(Queryable.Contains) => CallEnd(nameof(Queryable.Any), Where(source, CompareWith(argument, elementType))),
            nameof(Queryable.Sum) or nameof(Queryable.Min) or nameof(Queryable.Max) or nameof(Queryable.Average) when lambda is not null
                => TryCallAggregate(call, Select(source, lambda)),
            nameof(Queryable.Any) or nameof(Queryable.Count) or nameof(Queryable.LongCount)
                or nameof(Queryable.First) or nameof(Queryable.FirstOrDefault) or nameof(Queryable.Single)
                or nameof(Queryable.SingleOrDefault) or nameof(Queryable.Last) or nameof(Queryable.LastOrDefault) when lambda is not null
                => CallEnd(call.Method.Name, Where(source, lambda)),
            _ => null,
        };
    }

    private static MethodCallExpression Where(Expression source, LambdaExpression condition)
        => Expression.Call(typeof(Queryable), nameof(Queryable.Where), [condition.Parameters[0].Type], source, Expression.Quote(condition));

    private static MethodCallExpression Select(Expression source, LambdaExpression selector)
        => Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [selector.Parameters[0].Type, selector.ReturnType], source, Expression.Quote(selector));

    private static MethodCallExpression CallEnd(string name, MethodCallExpression source)
        => Expression.Call(typeof(Queryable), name, [source.Method.GetGenericArguments()[^1]], source);

    private static LambdaExpression CompareWith(Expression item, Type elementType)
    {
        var element = Expression.Parameter(elementType, "element");
        return Expression.Lambda(Expression.Equal(element, item.Type == elementType ? item : Expression.Convert(item, elementType)), element);
    }

    private static MethodCallExpression? TryCallAggregate(MethodCallExpression call, MethodCallExpression source)
    {
        if (call.Method.Name is nameof(Queryable.Min) or nameof(Queryable.Max))
        {
            return CallEnd(call.Method.Name, source);
        }

        var method = typeof(Queryable).GetMethods(BindingFlags.Static | BindingFlags.Public).FirstOrDefault(
            m => m.Name == call.Method.Name && m.GetParameters() is [{ ParameterType: var type }] && type.IsAssignableFrom(source.Type));
        return method is null ? null : Expression.Call(method, source);
    }
}
