using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Linq;

/// <summary>Code that reads query parameters from the context of an execution.</summary>
internal static class ParameterReads
{
    private static readonly MethodInfo ReadMethod = new Func<QueryContext, string, object?>(Read<object>).Method.GetGenericMethodDefinition();

    /// <summary>Reads a query parameter.</summary>
    public static Expression Create(QueryParameterExpression parameter)
        => Expression.Call(ReadMethod.MakeGenericMethod(parameter.Type), QueryCompilationContext.QueryContextParameter, Expression.Constant(parameter.Name));

    private static T? Read<T>(QueryContext context, string name)
        => (T?)context.Parameters[name];
}
