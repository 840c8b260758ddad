using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Finds the attributes that are read from each item: by the shaper, and by what runs on the client.</summary>
internal sealed class ProjectionCollector : ExpressionVisitor
{
    private readonly HashSet<DocumentPath> _paths = [];
    private readonly List<DocumentPath> _ordered = [];

    private bool _needsWholeItem;

    private ProjectionCollector()
    {
    }

    /// <summary>What the result is made of, no path inside another; null where whole items are needed.</summary>
    /// <param name="query">The query; what its conditions and operators read is not among it, because the plan decides which of them run on the client.</param>
    /// <param name="shaper">The shaper.</param>
    public static ImmutableArray<DocumentPath>? Collect(DynamoQueryExpression query, Expression shaper)
    {
        var collector = new ProjectionCollector();
        collector.Visit(shaper);
        collector.Visit(query.Aggregate?.RowSelector);
        return collector._needsWholeItem ? null : collector.ToPaths();
    }

    /// <summary>The same with what client operators read.</summary>
    /// <param name="projection">What the result is made of.</param>
    /// <param name="clientOperators">All that run on the client.</param>
    /// <returns>Null where whole items are needed.</returns>
    public static ImmutableArray<DocumentPath>? Extend(ImmutableArray<DocumentPath> projection, ImmutableArray<ClientOperator> clientOperators)
    {
        var collector = new ProjectionCollector();
        foreach (var path in projection)
        {
            collector.Add(path);
        }

        foreach (var expression in clientOperators.SelectMany(o => o.RowExpressions))
        {
            collector.Visit(expression);
        }

        return collector._needsWholeItem ? null : collector.ToPaths();
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
    {
        switch (node)
        {
            case StructuralTypeShaperExpression { StructuralType: IEntityType, ValueBufferExpression: RowExpression { Path: null } }
                or RowExpression { Path: null }:
                _needsWholeItem = true;
                return node;
            case StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: { } slotPath } } when RowSlot.IsIn(slotPath):
                return node;
            case StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: { } path } } shaper:
                Add(path);
                if (shaper.StructuralType is IEntityType owned)
                {
                    AddOwnerKeys(owned);
                }

                return node;
            case RowExpression { Path: { } copied }:
                Add(copied);
                return node;
            case ElementItemsExpression items:
                Add(items.Path);
                return node;
            case StructuralCollectionExpression collection:
                Add(collection.Path);
                return node;
            case AttributeReadExpression read:
                Add(read.Attribute.Path);
                return node;
            case AttributeNullExpression test:
                Add(test.Attribute.Path);
                return node;
            case LookupCollectionExpression:
                return node; // another source's
            default:
                return base.VisitExtension(node);
        }
    }

    private ImmutableArray<DocumentPath> ToPaths()
        => [.. _ordered.Where(p => !IsInside(p))];

    /// <summary>An owned type's key is its owner's, which a tracked or identity-resolved entity needs.</summary>
    private void AddOwnerKeys(IEntityType owned)
    {
        var owner = owned;
        while (owner.FindOwnership() is { } ownership)
        {
            owner = ownership.PrincipalEntityType;
        }

        foreach (var property in owner.FindPrimaryKey()?.Properties ?? [])
        {
            Add(RowExpression.Root.PathTo(Microsoft.EntityFrameworkCore.DynamoPropertyExtensions.GetAttributeName(property)));
        }
    }

    private void Add(DocumentPath path)
    {
        if (RowSlot.IsIn(path))
        {
            return; // another source's
        }

        // A projected list element would come back as the first of a shorter list: ask for the whole list.
        var projected = DocumentPath.Root(path.RootName);
        foreach (var segment in path.Segments.AsSpan()[1..])
        {
            if (segment is not NameSegment)
            {
                break;
            }

            projected = projected.Append(segment);
        }

        if (_paths.Add(projected))
        {
            _ordered.Add(projected);
        }
    }

    private bool IsInside(DocumentPath path)
    {
        var outer = DocumentPath.Root(path.RootName);
        for (var i = 1; i < path.Segments.Length; i++)
        {
            if (_paths.Contains(outer))
            {
                return true;
            }

            outer = outer.Append(path.Segments[i]);
        }

        return false;
    }
}
