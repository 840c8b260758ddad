using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Whether a row expression reads items that were looked up.</summary>
internal sealed class SlotFinder : ExpressionVisitor
{
    private bool _isFound;

    /// <summary>True where the expression needs nothing but the item of the query's first source.</summary>
    public static bool IsFirstSourceOnly(Expression rowExpression)
    {
        var finder = new SlotFinder();
        finder.Visit(rowExpression);
        return !finder._isFound;
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
    {
        _isFound |= node switch
        {
            LookupCollectionExpression collection => IsLookedUp(collection.Path),
            ElementItemsExpression items => IsLookedUp(items.Path),
            AttributeReadExpression read => IsLookedUp(read.Attribute.Path),
            AttributeNullExpression test => IsLookedUp(test.Attribute.Path),
            StructuralCollectionExpression collection => IsLookedUp(collection.Path),
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: { } path } } => IsLookedUp(path),
            _ => false,
        };
        return node is QueryParameterExpression or StructuralTypeShaperExpression ? node : base.VisitExtension(node);
    }

    // The row around a subquery is there before the subquery's own items.
    private static bool IsLookedUp(DocumentPath path)
        => RowSlot.IsIn(path) && !RowSlot.IsOuter(path);
}
