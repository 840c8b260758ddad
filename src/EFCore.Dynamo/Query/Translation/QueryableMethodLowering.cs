using System.Linq.Expressions;
using System.Reflection;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Turns the Queryable methods over collections inside an item, which EF normalizes to, back into Enumerable methods, which run without compiling anything.</summary>
internal static class QueryableMethodLowering
{
    private static readonly ILookup<string, MethodInfo> EnumerableMethods
        = typeof(Enumerable).GetMethods(BindingFlags.Static | BindingFlags.Public).ToLookup(m => m.Name, StringComparer.Ordinal);

    /// <summary>The same call on <see cref="Enumerable" />; other calls unchanged.</summary>
    public static Expression Lower(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(Queryable))
        {
            return call;
        }

        if (call.Method.Name == nameof(Queryable.AsQueryable))
        {
            return call.Arguments[0];
        }

        var arguments = call.Arguments.Select(a => a is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : a).ToArray();
        return Find(call.Method, arguments) is { } method ? Expression.Call(method, arguments) : call;
    }

    private static MethodInfo? Find(MethodInfo queryableMethod, Expression[] arguments)
    {
        var typeArguments = queryableMethod.IsGenericMethod ? queryableMethod.GetGenericArguments() : [];
        foreach (var candidate in EnumerableMethods[queryableMethod.Name])
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

            if (Accepts(method, arguments, queryableMethod.ReturnType))
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
