using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Translation.Predicates;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Turns queries inside of a query, navigations to collections among them, into lookups.</summary>
/// <param name="compilationContext">The query's.</param>
/// <param name="predicates">Translates what the service can evaluate.</param>
/// <param name="translate">Translates a subquery; null where it cannot be.</param>
internal sealed class SubqueryBinder(
    DynamoQueryCompilationContext compilationContext, PredicateTranslator predicates, Func<Expression, ShapedQueryExpression?> translate)
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
        if (_pending.Count == from || ElementLookups.FindList(items) is not { Path: var path, Slot: var element })
        {
            return bound;
        }

        for (var i = _pending.Count - 1; i >= from; i--)
        {
            if (path.IsTopLevel && ElementLookups.TryMove(_pending[i], element) is { } moved)
            {
                _pending.RemoveAt(i);
                _ofElements.Insert(0, (path.RootName, moved));
                bound = ElementLookups.MoveInto(bound, moved.Slot, element);
            }
            else if (ElementLookups.IsOf(_pending[i], element))
            {
                throw new NotTranslatedException(QueryStrings.SubqueryNotTranslated(_pending[i].Inner.EntityType.DisplayName()));
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
    /// <returns>A list; null where the subquery is not translated.</returns>
    public LookupCollectionExpression? TryBind(Expression subquery)
    {
        if (TryCreate(subquery, LookupKind.Collection) is not var (lookup, shaper))
        {
            return null;
        }

        _pending.Add(lookup);
        return new LookupCollectionExpression(lookup.Slot.PathTo(path: null), shaper, typeof(List<>).MakeGenericType(shaper.Type));
    }

    /// <summary>The one result of a subquery, read for each row.</summary>
    /// <param name="subquery">A call of <c>First</c> and the like of a sequence that begins with a query root.</param>
    /// <returns>A row expression, null or default where there is no result; null where the subquery is not translated.</returns>
    public Expression? TryBindSingle(Expression subquery)
    {
        if (TryCreate(subquery, LookupKind.Single) is not var (lookup, shaper))
        {
            return null;
        }

        _pending.Add(lookup);
        return OptionalRow.Move(shaper, lookup.Slot);
    }

    /// <summary>The lookup that reads a subquery.</summary>
    /// <param name="subquery">A query that begins with a query root; it may use the row around it.</param>
    /// <param name="kind">What a row becomes of what is found.</param>
    /// <returns>The lookup, and what is made of each row that it finds; null where the subquery is not translated.</returns>
    public (LookupOperator Lookup, Expression Shaper)? TryCreate(Expression subquery, LookupKind kind)
    {
        if (FreeVariables.AreIn(subquery))
        {
            return null; // of a lambda that runs as C#
        }

        var outer = new OuterRow(compilationContext);
        if (translate(outer.Enter(subquery)) is not { QueryExpression: DynamoQueryExpression { Aggregate: null } query } translated)
        {
            return null;
        }

        var slot = compilationContext.CreateSlot();
        var keys = new LookupKeys(compilationContext, predicates, slot);
        var inner = CarryValues(SplitConditions(query, keys, outer), outer);
        var shaper = outer.Carry(translated.ShaperExpression);
        return outer.CarriesElements || outer.IsReadBy(inner)
            ? null
            : (new LookupOperator(slot, kind, inner, keys.Conditions, keys.Keys) { Carried = outer.Carried }, shaper);
    }

    private static DynamoQueryExpression SplitConditions(DynamoQueryExpression query, LookupKeys keys, OuterRow outer)
    {
        var guarded = query.Conjuncts.Select(conjunct => OuterEquality.TryReadGuard(conjunct.RowPredicate)).OfType<DocumentPath>().ToHashSet();
        var inner = query.WithoutConjuncts();
        var ofKeys = new HashSet<DocumentPath>();
        var carried = new List<Expression>();
        foreach (var conjunct in query.Conjuncts)
        {
            if (!outer.FindReads(conjunct.RowPredicate).Outer)
            {
                inner = inner.AddConjunct(conjunct);
            }
            else if (OuterEquality.TryRead(conjunct.RowPredicate, outer) is { } equality
                && (!equality.MayBeOfNulls || FindOuterPath(equality, outer) is { } path && guarded.Contains(path)))
            {
                keys.Add(equality.OuterKey, equality.InnerKey);
                ofKeys.UnionWith(FindOuterPath(equality, outer) is { } key ? [key] : []);
            }
            else if (!outer.IsPresence(conjunct.RowPredicate))
            {
                carried.Add(conjunct.RowPredicate);
            }
        }

        // A row whose key is null finds nothing, so a test for null says nothing new.
        return carried.Where(condition => OuterEquality.TryReadGuard(condition) is not { } path || !ofKeys.Contains(path))
            .Aggregate(inner, (current, condition) => current.AddConjunct(new QueryConjunct(Predicate: null, outer.Carry(condition))));
    }

    private static DocumentPath? FindOuterPath(OuterEquality equality, OuterRow outer)
        => (outer.Enter(equality.OuterKey) as AttributeReadExpression)?.Attribute.Path;

    private static DynamoQueryExpression CarryValues(DynamoQueryExpression query, OuterRow outer)
        => (query.Orderings.IsEmpty ? query : query.WithOrderings([.. query.Orderings.Select(ordering => CarryValues(ordering, outer))]))
            .WithClientOperators([.. query.ClientOperators.Select(step => CarryValues(step, outer))]);

    private static QueryOrdering CarryValues(QueryOrdering ordering, OuterRow outer)
        => outer.FindReads(ordering.RowKey).Outer ? ordering with { Attribute = null, RowKey = outer.Carry(ordering.RowKey) } : ordering;

    private static ClientOperator CarryValues(ClientOperator step, OuterRow outer)
        => step is OrderOperator order
            ? new OrderOperator([.. order.Orderings.Select(ordering => CarryValues(ordering, outer))])
            : step.MapRowExpressions(outer.Carry);
}
