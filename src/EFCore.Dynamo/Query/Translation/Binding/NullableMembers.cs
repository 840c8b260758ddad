using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Members of <see cref="Nullable{T}" /> that say something about null: in a row, null is what a missing attribute is.</summary>
internal static class NullableMembers
{
    /// <summary><c>x.N.GetValueOrDefault()</c> is <c>x.N ?? 0</c>.</summary>
    /// <returns>Null for other calls.</returns>
    public static Expression? TryBindValueOrDefault(MethodCallExpression call, Expression? instance, Expression[] arguments)
        => call.Method.Name == nameof(Nullable<int>.GetValueOrDefault) && instance is not null && Nullable.GetUnderlyingType(instance.Type) is { } type
            ? Expression.Coalesce(instance, arguments.Length == 0 ? Expression.Constant(Activator.CreateInstance(type), type) : arguments[0])
            : null;

    /// <summary><c>HasValue</c> of a nullable complex value: whether the item has its map.</summary>
    /// <returns>Null for other members.</returns>
    public static Expression? TryBindHasValue(Expression source, string member)
    {
        while (source is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
        {
            source = conversion.Operand;
        }

        return string.Equals(member, nameof(Nullable<int>.HasValue), StringComparison.Ordinal)
            && source is StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: { } path } }
            && Nullable.GetUnderlyingType(source.Type) is not null
                ? Expression.Not(new AttributeNullExpression(new AttributeOperand(path, Property: null, TypeMapping: null)))
                : null;
    }
}
