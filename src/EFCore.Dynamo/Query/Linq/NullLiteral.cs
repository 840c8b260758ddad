using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Linq;

/// <summary>The constant null, however the compiler writes it.</summary>
internal static class NullLiteral
{
    /// <summary>Whether the expression is the constant null.</summary>
    public static bool Is(Expression expression)
        => expression switch
        {
            ConstantExpression { Value: null } => true,
            DefaultExpression { Type: var type } => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null,
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => Is(conversion.Operand),
            _ => false,
        };
}
