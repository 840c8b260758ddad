using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Translation.Binding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Joins a query with another one: a lookup of the second for the rows of the first.</summary>
internal sealed class LookupTranslator(QuerySteps steps)
{
    private readonly UnnestTranslator _unnest = new(steps);

    /// <summary>The join of two sources.</summary>
    /// <param name="outer">The source whose rows have the values.</param>
    /// <param name="inner">What is looked up.</param>
    /// <param name="outerKeySelector">The values; several are an array or an object.</param>
    /// <param name="innerKeySelector">What equals them, in the same form.</param>
    /// <param name="resultSelector">What is made of both.</param>
    /// <param name="kind">What a row becomes of what is found.</param>
    /// <returns>Null where the keys cannot be taken apart.</returns>
    public ShapedQueryExpression? TryJoin(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector,
        LookupKind kind)
    {
        var outerKeys = Split(outerKeySelector.Body);
        var innerKeys = Split(innerKeySelector.Body);
        if (outerKeys.Count != innerKeys.Count || outerKeys.Count == 0)
        {
            return steps.Refuse(QueryStrings.JoinNotTranslated);
        }

        var slot = steps.CompilationContext.CreateSlot();
        var keys = new LookupKeys(steps.CompilationContext, steps.Predicates, slot);
        var isFirstSourceOnly = true;
        for (var i = 0; i < outerKeys.Count; i++)
        {
            var outerKey = steps.Binder.Bind(outer.ShaperExpression, Expression.Lambda(outerKeys[i], outerKeySelector.Parameters));
            outer = steps.AddLookups(outer);
            var innerKey = steps.Binder.Bind(inner.ShaperExpression, Expression.Lambda(innerKeys[i], innerKeySelector.Parameters));
            inner = steps.AddLookups(inner);
            keys.Add(outerKey, innerKey);
            isFirstSourceOnly &= SlotFinder.IsFirstSourceOnly(innerKey);
        }

        // Of an inner side that is cut, or whose keys are looked up themselves, all rows are read before their keys are known.
        var query = (DynamoQueryExpression)inner.QueryExpression;
        var conditions = query.CanTakeConjuncts && isFirstSourceOnly ? keys.Conditions : [];
        var lookup = new LookupOperator(slot, kind, query, conditions, keys.Keys)
        {
            FindsAtMostOne = query.HasOneRowForEachItem && IsWholeKey(keys.Keys, query.EntityType),
        };
        return Join(outer, lookup, inner.ShaperExpression, resultSelector);
    }

    /// <summary>The rows of a source, each with those of a collection or query that it has.</summary>
    /// <param name="source">The source.</param>
    /// <param name="collectionSelector">The collection or query.</param>
    /// <param name="resultSelector">What is made of both; null for the elements.</param>
    /// <returns>Null where the collection is none that can be looked up.</returns>
    public ShapedQueryExpression? TrySelectMany(ShapedQueryExpression source, LambdaExpression collectionSelector, LambdaExpression? resultSelector)
    {
        var collection = Unwrap(ReplacingExpressionVisitor.Replace(collectionSelector.Parameters[0], source.ShaperExpression, collectionSelector.Body));
        var kind = LookupKind.Inner;
        if (collection is MethodCallExpression { Method.Name: nameof(Queryable.DefaultIfEmpty), Arguments: [var mayBeEmpty] })
        {
            kind = LookupKind.Left;
            collection = mayBeEmpty;
        }

        return !RowBinder.IsRooted(collection) ? _unnest.TryUnnest(source, collection, kind == LookupKind.Left, resultSelector)
            : steps.Subqueries.TryCreate(collection, kind) is var (lookup, shaper) ? Join(source, lookup, shaper, resultSelector)
            : steps.Refuse(QueryStrings.SelectManyNotTranslated);
    }

    private ShapedQueryExpression Join(ShapedQueryExpression outer, LookupOperator lookup, Expression innerShaper, LambdaExpression? resultSelector)
    {
        var moved = lookup.Kind == LookupKind.Left
            ? OptionalRow.Move(innerShaper, lookup.Slot)
            : new SlotRebaser(lookup.Slot, isNullable: false).Visit(innerShaper);
        var shaper = resultSelector is null ? moved : steps.Binder.Bind(outer.ShaperExpression, moved, resultSelector);
        return steps.AddLookups(QuerySteps.Update(outer, query => query.AddClientOperator(lookup))).UpdateShaperExpression(shaper);
    }

    private static bool IsWholeKey(IEnumerable<LookupKey> keys, IEntityType entityType)
        => entityType.FindPrimaryKey() is { } primaryKey
            && primaryKey.Properties.All(property => property.IsStored() && keys.Any(key => FindPath(key.InnerKey) is { } path
                && path.Equals(RowExpression.Root.PathTo(property.GetAttributeName()))));

    private static DocumentPath? FindPath(Expression key)
        => key switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => FindPath(conversion.Operand),
            AttributeReadExpression read => read.Attribute.Path,
            _ => null,
        };

    // EF puts the parts of a composite key into an array of objects.
    private static IReadOnlyList<Expression> Split(Expression key)
        => key switch
        {
            NewArrayExpression array => [.. array.Expressions.Select(Unbox)],
            NewExpression { Members: not null } created => created.Arguments,
            _ => [Unbox(key)],
        };

    private static Expression Unbox(Expression expression)
        => expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion && conversion.Type == typeof(object) ? conversion.Operand : expression;

    private static Expression Unwrap(Expression collection)
        => collection switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => Unwrap(conversion.Operand),
            MaterializeCollectionNavigationExpression navigation => Unwrap(navigation.Subquery),
            _ => collection,
        };
}
