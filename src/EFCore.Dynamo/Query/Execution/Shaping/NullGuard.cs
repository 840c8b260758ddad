using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Collects the values of an access that must not be null, and makes the access null (or false) where one of them is.</summary>
internal sealed class NullGuard
{
    private readonly List<ParameterExpression> _variables = [];
    private readonly List<Expression> _assignments = [];

    /// <summary>Adds a value.</summary>
    /// <param name="source">The value; not guarded where its type has no null.</param>
    /// <param name="type">The type that the access wants.</param>
    /// <returns>What the access uses in its place.</returns>
    public Expression Add(Expression source, Type type)
    {
        if (source.Type.IsValueType && Nullable.GetUnderlyingType(source.Type) is null)
        {
            return source;
        }

        var variable = Expression.Variable(source.Type);
        _variables.Add(variable);
        _assignments.Add(Expression.Assign(variable, source));
        return source.Type.IsValueType ? Expression.Convert(variable, type) : variable;
    }

    /// <summary>The access, or null where one of the values is; a bool is false then, because a condition on null is.</summary>
    public Expression Protect(Expression access)
    {
        if (_variables.Count == 0)
        {
            return access;
        }

        var type = access.Type == typeof(bool) ? typeof(bool) : NullSafeRewriter.MakeNullable(access.Type);
        var isNull = _variables.Select(v => (Expression)Expression.Equal(v, Expression.Constant(value: null, v.Type))).Aggregate(Expression.OrElse);
        return Expression.Block(
            _variables, [.. _assignments, Expression.Condition(isNull, Expression.Default(type), NullSafeRewriter.ConvertTo(access, type))]);
    }
}
