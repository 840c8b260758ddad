using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>What is made of a row that there may not be.</summary>
internal static class OptionalRow
{
    /// <summary>Moves a shaper to a slot that may be empty.</summary>
    /// <param name="shaper">A row expression over the row in the slot.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The default of the shaper's type where the slot is empty.</returns>
    public static Expression Move(Expression shaper, RowSlot slot)
    {
        var moved = new SlotRebaser(slot, isNullable: true).Visit(shaper);
        return Test(moved, slot);
    }

    /// <summary>What is made of the row in a slot, or the default of its type where the slot is empty.</summary>
    public static Expression Test(Expression value, RowSlot slot)
        => value is StructuralTypeShaperExpression { IsNullable: false } shaper ? shaper.MakeNullable()
            : IsDefaultWhereEmpty(value) && (value is not AttributeReadExpression || AcceptsNull(value.Type)) ? value
            : Test(slot.PathTo(path: null), value);

    /// <summary>A member of such a value.</summary>
    /// <param name="optional">The value.</param>
    /// <param name="find">Finds the member where there is a row.</param>
    /// <returns>Null where the value is no such one, or has no such member.</returns>
    public static Expression? TryFindMember(Expression optional, Func<Expression, Expression?> find)
        => optional is ConditionalExpression { Test: AttributeNullExpression { Attribute.Path: var path }, IfTrue: DefaultExpression, IfFalse: var value }
            && find(value) is { } member
                ? IsDefaultWhereEmpty(member) ? member : Test(path, member)
                : null;

    private static ConditionalExpression Test(DocumentPath path, Expression value)
        => Expression.Condition(
            new AttributeNullExpression(new AttributeOperand(path, Property: null, TypeMapping: null)), Expression.Default(value.Type), value);

    private static bool AcceptsNull(Type type)
        => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    // Nothing is read there, and nothing computed of it. (A value that is missing is null to conditions, but the default of the type to FirstOrDefault.)
    private static bool IsDefaultWhereEmpty(Expression value)
        => value switch
        {
            StructuralTypeShaperExpression or IncludeExpression or AttributeReadExpression { Attribute.IsEmptyWhereMissing: false } => true,
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => IsDefaultWhereEmpty(operand),
            _ => false,
        };
}
