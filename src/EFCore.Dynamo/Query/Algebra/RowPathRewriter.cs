using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Lets everything that a row expression reads be read from elsewhere.</summary>
/// <remarks>What is read of an element is read of it wherever its list lies.</remarks>
internal abstract class RowPathRewriter : ExpressionVisitor
{
    /// <summary>The new place of what a node reads.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">Its place so far; null for the row itself.</param>
    protected abstract DocumentPath? Map(Expression node, DocumentPath? path);

    /// <summary>Whether what is read of an element is read from elsewhere, too.</summary>
    protected virtual bool MovesElements
        => false;

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression row } shaper => IsOfElement(row.Path) ? shaper : MapShaper(shaper, row),
            AttributeReadExpression read => new AttributeReadExpression(read.Attribute with { Path = MapValue(read, read.Attribute.Path) }, read.Type),
            AttributeNullExpression test => new AttributeNullExpression(test.Attribute with { Path = MapValue(test, test.Attribute.Path) }),
            StructuralCollectionExpression collection => new StructuralCollectionExpression(collection.Member, MapValue(collection, collection.Path)),
            LookupCollectionExpression collection
                => new LookupCollectionExpression(MapValue(collection, collection.Path), collection.ElementShaper, collection.Type),
            ElementItemsExpression items => new ElementItemsExpression(MapValue(items, items.Path), items.Slot),
            RowExpression row => IsOfElement(row.Path) ? row : new RowExpression(Map(row, row.Path)),
            QueryParameterExpression or EntityQueryRootExpression => node,
            _ => base.VisitExtension(node),
        };

    /// <summary>The entity or complex value of another row.</summary>
    protected virtual StructuralTypeShaperExpression MapShaper(StructuralTypeShaperExpression shaper, RowExpression row)
        => shaper.Update(new RowExpression(Map(shaper, row.Path)));

    private DocumentPath MapValue(Expression node, DocumentPath path)
        => IsOfElement(path) ? path : Map(node, path)!; // a value is in a row, and not the row

    private bool IsOfElement(DocumentPath? path)
        => !MovesElements && path is not null && RowSlot.IsInElement(path);
}
