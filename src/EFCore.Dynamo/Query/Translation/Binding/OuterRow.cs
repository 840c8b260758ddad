using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>The row around a subquery. While the subquery is translated, each of its own rows seems to hold that row in a slot.</summary>
/// <remarks>
///     So whatever can be read of a joined row can be read of the row around. Afterwards what was read becomes a key by which items are looked up, a row
///     expression over the outer row again, or a value that is carried into the rows of the subquery.
/// </remarks>
internal sealed class OuterRow(DynamoQueryCompilationContext compilationContext)
{
    private readonly RowSlot _slot = compilationContext.CreateOuterSlot();
    private readonly List<(DocumentPath? Path, SlotWrite Write)> _carried = [];

    /// <summary>Whether something of an element of a list in the row would have to be taken along, which no row of the subquery could have.</summary>
    public bool CarriesElements
        => _carried.Exists(carried => carried.Path is { } path && RowSlot.IsInElement(path));

    /// <summary>What the rows of the subquery take along.</summary>
    public ImmutableArray<SlotWrite> Carried
        => [.. _carried.Select(carried => carried.Write)];

    /// <summary>A subquery whose expressions over the row around it read the slot.</summary>
    public Expression Enter(Expression subquery)
        => new Enterer(_slot).Visit(subquery);

    /// <summary>Whether an expression of the subquery reads the row around it, and whether it reads rows of its own.</summary>
    public (bool Outer, bool Own) FindReads(Expression expression)
    {
        var finder = new ReadFinder(this);
        finder.Visit(expression);
        return (finder.Outer, finder.Own);
    }

    /// <summary>Whether a query reads the row around it.</summary>
    public bool IsReadBy(DynamoQueryExpression query)
        => query.Conjuncts.Select(conjunct => conjunct.RowPredicate)
            .Concat(query.Orderings.Select(ordering => ordering.RowKey))
            .Concat(query.ClientOperators.SelectMany(o => o.RowExpressions))
            .Any(expression => FindReads(expression).Outer)
            || query.ClientOperators.Any(o => o.OtherSource is { } other && IsReadBy(other));

    /// <summary>Whether a condition only says that there is a row around.</summary>
    public bool IsPresence(Expression condition)
        => condition is UnaryExpression { NodeType: ExpressionType.Not, Operand: AttributeNullExpression { Attribute.Path: { IsTopLevel: true } path } }
            && IsOuter(path);

    /// <summary>An expression that reads nothing but the row around, as one over that row.</summary>
    public Expression Leave(Expression expression)
        => new Leaver(this).Visit(expression);

    /// <summary>An expression of the subquery that reads what its rows take along.</summary>
    public Expression Carry(Expression expression)
        => FindReads(expression).Outer ? new Carrier(this).Visit(expression) : expression;

    private bool IsOuter(DocumentPath? path)
        => path?.RootName == _slot.AttributeName;

    private DocumentPath Carry(DocumentPath? path, Expression value)
    {
        foreach (var (known, write) in _carried)
        {
            if (Equals(known, path))
            {
                return write.Slot.PathTo(path: null);
            }
        }

        var slot = compilationContext.CreateSlot();
        _carried.Add((path, new SlotWrite(slot, value, Mapping: null)));
        return slot.PathTo(path: null);
    }

    // The row may be an element of a list, whose name is that of its lambda's variable; elements of lists in the subquery are not around it.
    private sealed class Enterer(RowSlot slot) : RowPathRewriter
    {
        private readonly HashSet<string> _own = new(StringComparer.Ordinal);

        protected override bool MovesElements
            => true;

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            _own.UnionWith(node.Parameters.Where(parameter => parameter.Type == typeof(Item)).Select(parameter => parameter.Name).OfType<string>());
            return base.VisitLambda(node);
        }

        protected override DocumentPath? Map(Expression node, DocumentPath? path)
            => path is not null && _own.Contains(path.RootName) ? path : slot.PathTo(path);
    }

    private sealed class ReadFinder(OuterRow outer) : RowPathRewriter
    {
        public bool Outer { get; private set; }

        public bool Own { get; private set; }

        protected override DocumentPath? Map(Expression node, DocumentPath? path)
        {
            Outer |= outer.IsOuter(path);
            Own |= !outer.IsOuter(path);
            return path;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is LookupCollectionExpression collection)
            {
                Visit(collection.ElementShaper); // a group's, over rows that have carried what they need
            }

            return base.VisitExtension(node);
        }
    }

    private sealed class Leaver(OuterRow outer) : RowPathRewriter
    {
        protected override DocumentPath? Map(Expression node, DocumentPath? path)
            => outer.IsOuter(path) ? path!.WithoutRoot() : path; // IsOuter
    }

    private sealed class Carrier(OuterRow outer) : RowPathRewriter
    {
        protected override Expression VisitExtension(Expression node)
            => node is LookupCollectionExpression collection
                ? base.VisitExtension(new LookupCollectionExpression(collection.Path, Visit(collection.ElementShaper), collection.Type))
                : base.VisitExtension(node);

        protected override DocumentPath? Map(Expression node, DocumentPath? path)
        {
            if (!outer.IsOuter(path))
            {
                return path;
            }

            var outerPath = path!.WithoutRoot(); // IsOuter
            var isCopied = outerPath is null || RowSlot.IsItem(outerPath)
                || node is AttributeReadExpression or AttributeNullExpression or ElementItemsExpression;
            return isCopied
                ? outer.Carry(outerPath, node is AttributeNullExpression or ElementItemsExpression ? new RowExpression(outerPath) : outer.Leave(node))
                // What lies in an entity is read as a part of it.
                : outerPath!.Prepend(outer.Carry(path: null, RowExpression.Root).RootName); // isCopied
        }
    }
}
