using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Turns queries inside of a query, navigations to collections among them, into collection lookups.</summary>
/// <param name="compilationContext">The query's.</param>
/// <param name="translate">Translates a subquery; null where it cannot be.</param>
internal sealed class SubqueryBinder(DynamoQueryCompilationContext compilationContext, Func<Expression, ShapedQueryExpression?> translate)
{
    private readonly List<LookupOperator> _pending = [];
    private readonly List<(string List, LookupOperator Lookup)> _ofElements = [];

    /// <summary>How many lookups wait.</summary>
    public int PendingCount
        => _pending.Count;

    /// <summary>The lookups by values of elements that the last bound expression needs, with the slots of the elements' lists.</summary>
    public ImmutableArray<(string List, LookupOperator Lookup)> TakeOfElements()
    {
        var pending = _ofElements.ToImmutableArray();
        _ofElements.Clear();
        return pending;
    }

    /// <summary>Takes what was bound over the elements of a list: lookups by their values are lookups of the rows that become the list.</summary>
    /// <param name="bound">The expression.</param>
    /// <param name="from">How many lookups waited before it was bound.</param>
    /// <param name="items">The elements.</param>
    public Expression MoveToElements(Expression bound, int from, Expression items)
    {
        if (_pending.Count == from || ElementLookups.FindList(items) is not { Path.Segments: [NameSegment { Name: var list }], Slot: var element })
        {
            return bound;
        }

        for (var i = _pending.Count - 1; i >= from; i--)
        {
            if (ElementLookups.TryMove(_pending[i], element) is { } moved)
            {
                _pending.RemoveAt(i);
                _ofElements.Insert(0, (list, moved));
                bound = ElementLookups.MoveInto(bound, moved.Slot, element);
            }
        }

        return bound;
    }

    /// <summary>The lookups that the last bound expression needs, which are the caller's to add to its query.</summary>
    public ImmutableArray<LookupOperator> TakePending()
    {
        var pending = _pending.ToImmutableArray();
        _pending.Clear();
        return pending;
    }

    /// <summary>For an expression that is used before a lookup could be added.</summary>
    /// <exception cref="NotTranslatedException">It needs one.</exception>
    public void RefusePending()
    {
        var ofElements = TakeOfElements();
        if (TakePending().Concat(ofElements.Select(pending => pending.Lookup)).FirstOrDefault() is { } lookup)
        {
            throw new NotTranslatedException(QueryStrings.SubqueryNotTranslated(lookup.Inner.EntityType.DisplayName()));
        }
    }

    /// <summary>The results of a subquery, read for each row.</summary>
    /// <param name="subquery">A sequence that begins with a query root.</param>
    /// <param name="bind">Binds what the subquery reads of the row around it.</param>
    /// <returns>A list; null where the subquery is not translated, or depends on the row by other than equalities.</returns>
    public LookupCollectionExpression? TryBind(Expression subquery, Func<Expression, Expression> bind)
    {
        var slot = compilationContext.CreateSlot();
        var extractor = new OuterValueExtractor(compilationContext, slot, bind);
        if (translate(extractor.Visit(subquery)) is not { QueryExpression: DynamoQueryExpression { Aggregate: null } query } translated)
        {
            return null;
        }

        var values = extractor.Values.ToDictionary(value => value.Parameter.Name, value => value.OuterKey, StringComparer.Ordinal);
        var keys = ImmutableArray.CreateBuilder<LookupKey>();
        var conditions = ImmutableArray.CreateBuilder<QueryConjunct>();
        var inner = query.WithoutConjuncts();
        foreach (var conjunct in query.Conjuncts)
        {
            if (!ParameterFinder.Uses(conjunct.RowPredicate))
            {
                inner = inner.AddConjunct(conjunct);
            }
            else if (TryReadEquality(conjunct.RowPredicate, values) is { } equality)
            {
                keys.Add(new LookupKey(equality.Name, values[equality.Name], equality.InnerKey));
                conditions.Add(conjunct);
            }
            else
            {
                return null;
            }
        }

        if (keys.Count == 0 || UsesRow(query, translated.ShaperExpression))
        {
            return null;
        }

        var elementType = translated.ShaperExpression.Type;
        _pending.Add(new LookupOperator(slot, LookupKind.Collection, inner, conditions.ToImmutable(), keys.ToImmutable()));
        return new LookupCollectionExpression(slot.PathTo(path: null), translated.ShaperExpression, typeof(List<>).MakeGenericType(elementType));
    }

    // Parts of a composite key are compared as objects.
    private static (string Name, Expression InnerKey)? TryReadEquality(Expression condition, Dictionary<string, Expression> values)
    {
        (Expression Left, Expression Right)? sides = condition switch
        {
            BinaryExpression { NodeType: ExpressionType.Equal } equal => (equal.Left, equal.Right),
            MethodCallExpression { Method: { Name: nameof(Equals), IsStatic: true }, Arguments: [var left, var right] } => (left, right),
            _ => null,
        };
        if (sides is not var (one, other))
        {
            return null;
        }

        return FindName(other, values) is { } second ? (second, Unbox(one)) : FindName(one, values) is { } first ? (first, Unbox(other)) : null;
    }

    private static Expression Unbox(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion && conversion.Type == typeof(object))
        {
            expression = conversion.Operand;
        }

        return expression;
    }

    private static string? FindName(Expression expression, Dictionary<string, Expression> values)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
        {
            expression = conversion.Operand;
        }

        return expression is QueryParameterExpression { Name: var name } && values.ContainsKey(name) ? name : null;
    }

    // What is read for many rows at once has no one row whose value it could use behind the read.
    private static bool UsesRow(DynamoQueryExpression query, Expression shaper)
        => ParameterFinder.Uses(shaper)
            || query.Orderings.Any(ordering => ParameterFinder.Uses(ordering.RowKey))
            || query.ClientOperators.SelectMany(o => o.RowExpressions).Any(ParameterFinder.Uses);

    /// <summary>Whether an expression uses a value of a row around a subquery, this one's or that of a query further out.</summary>
    private sealed class ParameterFinder : ExpressionVisitor
    {
        private bool _isFound;

        public static bool Uses(Expression expression)
        {
            var finder = new ParameterFinder();
            finder.Visit(expression);
            return finder._isFound;
        }

        protected override Expression VisitExtension(Expression node)
        {
            _isFound |= node switch
            {
                QueryParameterExpression parameter => LookupNames.IsParameter(parameter.Name),
                LookupCollectionExpression collection => Uses(collection.ElementShaper),
                _ => false,
            };
            return node is QueryParameterExpression or StructuralTypeShaperExpression ? node : base.VisitExtension(node);
        }
    }
}
