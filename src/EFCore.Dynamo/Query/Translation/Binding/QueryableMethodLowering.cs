using System.Linq.Expressions;
using System.Reflection;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>
///     Turns the Queryable methods over collections inside an item, which EF normalizes to, back into Enumerable methods, which run without compiling anything.
/// </summary>
internal static class QueryableMethodLowering
{
    private static readonly ILookup<string, MethodInfo> EnumerableMethods
        = typeof(Enumerable).GetMethods(BindingFlags.Static | BindingFlags.Public).ToLookup(m => m.Name, StringComparer.Ordinal);

    /// <summary>The same call on <see cref="Enumerable" />.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arguments">Its arguments, bound and lowered themselves.</param>
    /// <returns>Null for other calls.</returns>
    public static Expression? TryLower(MethodCallExpression call, Expression[] arguments)
    {
        if (call.Method.DeclaringType != typeof(Queryable))
        {
            return null;
        }

        if (call.Method.Name == nameof(Queryable.AsQueryable))
        {
            return arguments[0];
        }

        var lowered = Array.ConvertAll(arguments, a => a is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : a);
        return Find(call.Method, lowered) is { } method ? Expression.Call(method, lowered) : null;
    }

    /// <summary>The method of <see cref="Enumerable" /> that makes one value of a sequence's elements, typed for them where there is one.</summary>
    /// <param name="name">The method.</param>
    /// <param name="elementType">The type of the elements.</param>
    /// <param name="source">The sequence.</param>
    /// <param name="returnType">The type of the value.</param>
    public static MethodInfo? TryFind(string name, Type elementType, Expression source, Type returnType)
        => Find(name, [elementType], [source], returnType);

    private static MethodInfo? Find(MethodInfo queryableMethod, Expression[] arguments)
        => Find(
            queryableMethod.Name,
            queryableMethod.IsGenericMethod ? queryableMethod.GetGenericArguments() : [],
            arguments,
            queryableMethod.ReturnType);

    private static MethodInfo? Find(string name, Type[] typeArguments, Expression[] arguments, Type returnType)
    {
        foreach (var candidate in EnumerableMethods[name])
        {
            var method = candidate;
            if (method.IsGenericMethodDefinition)
            {
                // Min and Max of Enumerable have typed overloads with one type argument less: the result's type is fixed.
                var count = method.GetGenericArguments().Length;
                if (count > typeArguments.Length || HasConstraints(method))
                {
                    continue;
                }

                method = method.MakeGenericMethod(typeArguments[..count]);
            }

            if (Accepts(method, arguments, returnType))
            {
                return method;
            }
        }

        return null;
    }

    private static bool HasConstraints(MethodInfo method)
        => method.GetGenericArguments().Any(a => a.GetGenericParameterConstraints().Length > 0);

    private static bool Accepts(MethodInfo method, Expression[] arguments, Type returnType)
    {
        var parameters = method.GetParameters();
        if (parameters.Length != arguments.Length)
        {
            return false;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (!parameters[i].ParameterType.IsAssignableFrom(arguments[i].Type))
            {
                return false;
            }
        }

        return method.ReturnType == returnType || !returnType.IsValueType && typeof(System.Collections.IEnumerable).IsAssignableFrom(returnType);
    }
}
