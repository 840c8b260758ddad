using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Linq;

/// <summary><c>a.Equals(b)</c> and <c>Equals(a, b)</c>: the comparison <c>a == b</c>, of objects where their types are not known.</summary>
internal static class EqualsCall
{
    /// <summary>The two values that a call of <c>Equals</c> compares, without the conversions to objects around them.</summary>
    /// <returns>Null for other calls.</returns>
    public static (Expression Left, Expression Right)? TryGetSides(MethodCallExpression call, Expression? instance, IReadOnlyList<Expression> arguments)
        => call.Method.Name != nameof(Equals) || call.Type != typeof(bool) ? null
            : (instance, arguments) switch
            {
                ({ } left, [var right]) => (Unbox(left), Unbox(right)),
                (null, [var left, var right]) => (Unbox(left), Unbox(right)),
                _ => null,
            };

    /// <summary>The comparison of two values with C#'s rule for objects: of different types they are never equal.</summary>
    /// <returns>Null where the type of a value is known only at run time, or has no operator: the call stays.</returns>
    public static Expression? TryCompare(Expression left, Expression right)
    {
        if (NullLiteral.Is(left) || NullLiteral.Is(right))
        {
            var value = NullLiteral.Is(left) ? right : left;
            return IsNeverNull(value.Type) ? Expression.Constant(value: false) : Expression.Equal(value, Expression.Constant(value: null, value.Type));
        }

        if (left.Type == typeof(object) || right.Type == typeof(object))
        {
            return null;
        }

        var leftType = Unwrap(left.Type);
        var rightType = Unwrap(right.Type);
        if (leftType != rightType)
        {
            return leftType.IsAssignableFrom(rightType) || rightType.IsAssignableFrom(leftType) ? null : Expression.Constant(value: false);
        }

        if (!HasOperator(leftType))
        {
            return null;
        }

        var type = left.Type == right.Type ? left.Type : typeof(Nullable<>).MakeGenericType(leftType);
        return Expression.Equal(ConvertTo(left, type), ConvertTo(right, type));
    }

    private static Expression Unbox(Expression expression)
        => expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Type: var type, Operand: var operand } when type == typeof(object) || type == typeof(ValueType)
                => Unbox(operand),
            ConstantExpression { Value: { } value, Type: var type } when type == typeof(object) => Expression.Constant(value),
            _ => expression,
        };

    private static bool HasOperator(Type type)
        => type == typeof(string) || type.IsPrimitive || type.IsEnum
            || (type.IsValueType && type.GetMethod("op_Equality", [type, type]) is not null);

    private static bool IsNeverNull(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

    private static Type Unwrap(Type type)
        => Nullable.GetUnderlyingType(type) ?? type;

    private static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression : Expression.Convert(expression, type);
}
