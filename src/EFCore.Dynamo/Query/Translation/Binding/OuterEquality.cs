using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>A condition of a subquery that something of its own items equals something of the row around it.</summary>
/// <param name="OuterKey">A row expression over the outer row.</param>
/// <param name="InnerKey">A row expression over the item.</param>
internal sealed record OuterEquality(Expression OuterKey, Expression InnerKey)
{
    /// <summary>Whether both sides may be null, which are equal then, although no key finds null.</summary>
    public bool MayBeOfNulls
        => MayBeNull(OuterKey) && MayBeNull(InnerKey);

    /// <summary>Recognizes one.</summary>
    /// <returns>Null for other conditions.</returns>
    public static OuterEquality? TryRead(Expression condition, OuterRow outer)
    {
        // Parts of a composite key are compared as objects.
        (Expression Left, Expression Right)? sides = condition switch
        {
            BinaryExpression { NodeType: ExpressionType.Equal } equal => (equal.Left, equal.Right),
            MethodCallExpression { Method: { Name: nameof(Equals), IsStatic: true }, Arguments: [var left, var right] } => (left, right),
            _ => null,
        };
        return sides is var (one, other) ? TryCreate(one, other, outer) ?? TryCreate(other, one, outer) : null;
    }

    /// <summary>The attribute that a condition says is not null.</summary>
    /// <returns>Null for other conditions.</returns>
    public static DocumentPath? TryReadGuard(Expression condition)
        => condition is BinaryExpression { NodeType: ExpressionType.NotEqual } test && NullLiteral.Is(test.Right)
            ? (Unlift(test.Left) as AttributeReadExpression)?.Attribute.Path
            : null;

    private static OuterEquality? TryCreate(Expression outerSide, Expression innerSide, OuterRow outer)
    {
        var outerKey = Unlift(outerSide);
        var innerKey = Unlift(innerSide);
        return outer.FindReads(outerKey) is { Outer: true, Own: false } && outer.FindReads(innerKey) is { Outer: false, Own: true }
            && Unwrap(outerKey.Type) == Unwrap(innerKey.Type)
            ? new OuterEquality(outer.Leave(outerKey), innerKey)
            : null;
    }

    private static Expression Unlift(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion
            && (conversion.Type == typeof(object) || Unwrap(conversion.Type) == Unwrap(conversion.Operand.Type)))
        {
            expression = conversion.Operand;
        }

        return expression;
    }

    private static Type Unwrap(Type type)
        => Nullable.GetUnderlyingType(type) ?? type;

    private static bool MayBeNull(Expression key)
        => key is AttributeReadExpression { Attribute.Property: { } property }
            ? property.IsNullable
            : !key.Type.IsValueType || Nullable.GetUnderlyingType(key.Type) is not null;
}
