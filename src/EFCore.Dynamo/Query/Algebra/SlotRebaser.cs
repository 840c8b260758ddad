using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Moves a row expression over an inner row to the slot that holds that row in a joined one.</summary>
/// <param name="slot">The slot.</param>
/// <param name="isNullable">Whether the slot may be empty.</param>
internal sealed class SlotRebaser(RowSlot slot, bool isNullable) : ExpressionVisitor
{
    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression row } shaper
                => row.Path is not null && RowSlot.IsInElement(row.Path) ? shaper : Move(shaper, row),
            AttributeReadExpression read => new AttributeReadExpression(Move(read.Attribute), read.Type),
            AttributeNullExpression test => new AttributeNullExpression(Move(test.Attribute)),
            StructuralCollectionExpression collection => new StructuralCollectionExpression(collection.Member, MovePath(collection.Path)),
            LookupCollectionExpression collection
                => new LookupCollectionExpression(MovePath(collection.Path), collection.ElementShaper, collection.Type),
            ElementItemsExpression items => new ElementItemsExpression(MovePath(items.Path), items.Slot),
            QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };

    private StructuralTypeShaperExpression Move(StructuralTypeShaperExpression shaper, RowExpression row)
    {
        var moved = shaper.Update(new RowExpression(slot.PathTo(row.Path)));
        return isNullable && !moved.IsNullable ? moved.MakeNullable() : moved;
    }

    private AttributeOperand Move(AttributeOperand attribute)
        => attribute with { Path = MovePath(attribute.Path) };

    // What is read of an element is read of it wherever its list lies.
    private DocumentPath MovePath(DocumentPath path)
        => RowSlot.IsInElement(path) ? path : slot.PathTo(path);
}
