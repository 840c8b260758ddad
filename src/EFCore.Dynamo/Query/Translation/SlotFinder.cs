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
            LookupCollectionExpression or ElementItemsExpression => true,
            AttributeReadExpression read => RowSlot.IsIn(read.Attribute.Path),
            AttributeNullExpression test => RowSlot.IsIn(test.Attribute.Path),
            StructuralCollectionExpression collection => RowSlot.IsIn(collection.Path),
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: { } path } } => RowSlot.IsIn(path),
            _ => false,
        };
        return node is QueryParameterExpression or StructuralTypeShaperExpression ? node : base.VisitExtension(node);
    }
}
