using System.Linq.Expressions;
using EFCore.Dynamo.Query.Execution.Rows;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Sorts and extremes of sequences in a row: strings and binary values have the order that they have in a query.</summary>
internal static class SequenceOrders
{
    /// <summary>The call with a comparer, where the values have another order than .NET's.</summary>
    public static MethodCallExpression UseStoredOrder(MethodCallExpression call)
        => call.Method.DeclaringType != typeof(Enumerable) || !IsOrdering(call) || FindComparer(call.Method.GetGenericArguments()[^1]) is not { } comparer
            ? call
            : Expression.Call(typeof(Enumerable), call.Method.Name, call.Method.GetGenericArguments(), [.. call.Arguments, comparer]);

    private static bool IsOrdering(MethodCallExpression call)
        => call.Method.Name switch
        {
            nameof(Enumerable.OrderBy) or nameof(Enumerable.OrderByDescending) or nameof(Enumerable.ThenBy) or nameof(Enumerable.ThenByDescending)
                => call.Arguments.Count == 2,
            nameof(Enumerable.Min) or nameof(Enumerable.Max) => call.Arguments.Count == 1 && call.Method.IsGenericMethod,
            _ => false,
        };

    private static ConstantExpression? FindComparer(Type type)
        => type == typeof(string) ? Expression.Constant(Utf8Order.Instance, typeof(IComparer<string>))
            : type == typeof(byte[]) ? Expression.Constant(BinaryOrder.Instance, typeof(IComparer<byte[]>))
            : null;
}
