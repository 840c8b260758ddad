using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Moves a row expression over an inner row to the slot that holds that row in a joined one.</summary>
/// <param name="slot">The slot.</param>
/// <param name="isNullable">Whether the slot may be empty.</param>
internal sealed class SlotRebaser(RowSlot slot, bool isNullable) : RowPathRewriter
{
    /// <inheritdoc />
    protected override DocumentPath Map(Expression node, DocumentPath? path)
        => slot.PathTo(path);

    /// <inheritdoc />
    protected override StructuralTypeShaperExpression MapShaper(StructuralTypeShaperExpression shaper, RowExpression row)
    {
        var moved = base.MapShaper(shaper, row);
        return isNullable && !moved.IsNullable ? moved.MakeNullable() : moved;
    }
}
