using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Finds entities among what a client operator would compute with: they are materialized only at the end of a query.</summary>
internal sealed class WholeEntityFinder : ExpressionVisitor
{
    private static readonly WholeEntityFinder Instance = new();

    private WholeEntityFinder()
    {
    }

    /// <summary>The expression, which has no entity in it.</summary>
    /// <exception cref="NotTranslatedException">It has one.</exception>
    public static Expression Refuse(Expression rowExpression)
    {
        Instance.Visit(rowExpression);
        return rowExpression;
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
    {
        switch (node)
        {
            case StructuralTypeShaperExpression { StructuralType: IEntityType type, ValueBufferExpression: RowExpression row }
                when row.Path is null || RowSlot.IsItem(row.Path):
                throw new NotTranslatedException(QueryStrings.EntityInPredicate(((IReadOnlyTypeBase)type).DisplayName()));
            case LookupCollectionExpression collection:
                Visit(collection.ElementShaper);
                return node;
            case StructuralTypeShaperExpression or QueryParameterExpression:
                return node;
            default:
                return base.VisitExtension(node);
        }
    }
}
