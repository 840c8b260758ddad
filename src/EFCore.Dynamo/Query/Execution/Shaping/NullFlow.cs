using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>A member access or call whose result is null, or false for a condition, when one of the values that it needs is null.</summary>
/// <param name="type">The type of the result where no value is null.</param>
internal sealed class NullFlow(Type type)
{
    private readonly List<ParameterExpression> _variables = [];
    private readonly List<Expression> _assignments = [];
    private readonly List<Expression> _values = [];

    /// <summary>Adds the next value.</summary>
    /// <param name="value">The value, which may have become nullable.</param>
    /// <param name="original">What it was, with the type that is needed.</param>
    /// <param name="isNullTaken">Whether null is a value like others.</param>
    public NullFlow Add(Expression value, Expression original, bool isNullTaken)
    {
        var isLifted = original.Type.IsValueType && value.Type != original.Type && Nullable.GetUnderlyingType(value.Type) is not null;
        if (!isLifted && (isNullTaken || value.Type.IsValueType || IsNeverNull(value)))
        {
            _values.Add(NullSafeRewriter.ConvertTo(value, original.Type.IsAssignableFrom(value.Type) ? value.Type : original.Type));
            return this;
        }

        var variable = Expression.Variable(value.Type);
        _variables.Add(variable);
        _assignments.Add(Expression.Assign(variable, value));
        _values.Add(isLifted ? Expression.Convert(variable, original.Type) : variable);
        return this;
    }

    /// <summary>The access with its tests.</summary>
    /// <param name="access">Makes the access out of the values, in their order.</param>
    public Expression Create(Func<Expression[], Expression> access)
    {
        var result = access([.. _values]);
        if (_variables.Count == 0)
        {
            return result;
        }

        var nullable = type == typeof(bool) ? type : NullSafeRewriter.MakeNullable(type);
        var isNull = _variables.Select(v => (Expression)Expression.Equal(v, Expression.Constant(value: null, v.Type))).Aggregate(Expression.OrElse);
        return Expression.Block(
            _variables, [.. _assignments, Expression.Condition(isNull, Expression.Default(nullable), NullSafeRewriter.ConvertTo(result, nullable))]);
    }

    private static bool IsNeverNull(Expression value)
        => value is ConstantExpression { Value: not null } or NewExpression or NewArrayExpression or MemberInitExpression or ListInitExpression
            or LambdaExpression or ParameterExpression
            or UnaryExpression { NodeType: ExpressionType.Quote };
}
