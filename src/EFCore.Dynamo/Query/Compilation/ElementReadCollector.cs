using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>Finds what is read of the elements of groups, as it is read of the rows that they are.</summary>
/// <param name="groups">The names of the groups' slots.</param>
internal sealed class ElementReadCollector(HashSet<string> groups) : ExpressionVisitor
{
    private readonly Dictionary<string, List<Expression>> _reads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Group, RowSlot Slot)> _elements = new(StringComparer.Ordinal);

    /// <summary>Whether the list of a group's rows is read at all.</summary>
    public bool IsUsed(string group)
        => _reads.ContainsKey(group);

    /// <summary>What is read of the rows of a group.</summary>
    public IEnumerable<Expression> Find(string group)
        => _reads.TryGetValue(group, out var reads) ? reads : [];

    /// <summary>Looks through what a query computes.</summary>
    public void VisitQuery(DynamoQueryExpression query)
    {
        foreach (var step in query.ClientOperators)
        {
            foreach (var expression in step is GroupOperator group ? group.KeyExpressions : step.RowExpressions)
            {
                Visit(expression);
            }

            if (step.OtherSource is { } other)
            {
                VisitQuery(other);
            }
        }

        Visit(query.Aggregate?.RowSelector);
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
    {
        switch (node)
        {
            case ElementItemsExpression items:
                if (FindGroup(items.Path) is { } group)
                {
                    _elements[items.Slot.AttributeName] = (group, items.Slot);
                    GetReads(group);
                }

                AddRead(items.Path, node);
                return node;
            case LookupCollectionExpression collection:
                if (FindGroup(collection.Path) is { } listed)
                {
                    GetReads(listed).Add(collection.ElementShaper);
                }

                AddRead(collection.Path, node);
                Visit(collection.ElementShaper);
                return node;
            case AttributeReadExpression read:
                AddRead(read.Attribute.Path, node);
                return node;
            case AttributeNullExpression test:
                AddRead(test.Attribute.Path, node);
                return node;
            case StructuralCollectionExpression collection:
                AddRead(collection.Path, node);
                return node;
            case StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: var path } }:
                AddRead(path, node);
                return node;
            case QueryParameterExpression:
                return node;
            default:
                return base.VisitExtension(node);
        }
    }

    private void AddRead(DocumentPath? path, Expression read)
    {
        if (path is not null && _elements.TryGetValue(path.RootName, out var element) && ElementUnbaser.TryMove(read, element.Slot) is { } moved)
        {
            GetReads(element.Group).Add(moved);
        }
    }

    private string? FindGroup(DocumentPath path)
        => path.Segments[^1] is NameSegment { Name: var name } && groups.Contains(name) ? name : null;

    private List<Expression> GetReads(string group)
    {
        if (!_reads.TryGetValue(group, out var reads))
        {
            _reads.Add(group, reads = []);
        }

        return reads;
    }
}
