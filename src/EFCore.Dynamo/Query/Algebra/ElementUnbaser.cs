using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Turns what is computed of an element of a list into what is computed of the row that it is: the opposite of <see cref="SlotRebaser" />.</summary>
internal sealed class ElementUnbaser : ExpressionVisitor
{
    private readonly string _element;

    private bool _isFailed;

    private ElementUnbaser(RowSlot element)
        => _element = element.AttributeName;

    /// <summary>The row expression; null where the row around the list is read, too.</summary>
    /// <param name="expression">An expression over an element.</param>
    /// <param name="element">The element's slot.</param>
    public static Expression? TryMove(Expression expression, RowSlot element)
    {
        var unbaser = new ElementUnbaser(element);
        var moved = unbaser.Visit(expression);
        return unbaser._isFailed ? null : moved;
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression row } shaper => shaper.Update(new RowExpression(Move(row.Path))),
            AttributeReadExpression { Attribute: var attribute } read when MoveInto(attribute.Path) is { } path
                => new AttributeReadExpression(attribute with { Path = path }, read.Type),
            AttributeNullExpression { Attribute: var attribute } when MoveInto(attribute.Path) is { } path
                => new AttributeNullExpression(attribute with { Path = path }),
            StructuralCollectionExpression collection when MoveInto(collection.Path) is { } path => new StructuralCollectionExpression(collection.Member, path),
            LookupCollectionExpression collection when MoveInto(collection.Path) is { } path
                => new LookupCollectionExpression(path, collection.ElementShaper, collection.Type),
            ElementItemsExpression items when MoveInto(items.Path) is { } path => new ElementItemsExpression(path, items.Slot),
            AttributeReadExpression or AttributeNullExpression or StructuralCollectionExpression or LookupCollectionExpression or ElementItemsExpression
                => node,
            QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };

    private DocumentPath? Move(DocumentPath? path)
    {
        var isElement = path is not null && string.Equals(path.RootName, _element, StringComparison.Ordinal);
        _isFailed |= !isElement && (path is null || !RowSlot.IsInElement(path)); // a list of the element has elements of its own
        return isElement ? path!.WithoutRoot() : path; // an element's path is one
    }

    private DocumentPath? MoveInto(DocumentPath path)
    {
        var moved = Move(path);
        _isFailed |= moved is null;
        return moved;
    }
}
