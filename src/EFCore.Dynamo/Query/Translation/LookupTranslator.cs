using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Turns the keys by which two sources are joined into a lookup of the second by values of the first.</summary>
internal sealed class LookupTranslator(QuerySteps steps)
{
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
        if (TryCreate(outer, inner, outerKeySelector, innerKeySelector, kind) is not { } lookup)
        {
            return steps.Refuse(QueryStrings.JoinNotTranslated);
        }

        steps.Subqueries.RefusePending(); // of the keys
        var innerShaper = new SlotRebaser(lookup.Slot, kind == LookupKind.Left).Visit(inner.ShaperExpression);
        var shaper = steps.Binder.Bind(outer.ShaperExpression, innerShaper, resultSelector);
        return steps.AddLookups(QuerySteps.Update(outer, query => query.AddClientOperator(lookup))).UpdateShaperExpression(shaper);
    }

    private LookupOperator? TryCreate(
        ShapedQueryExpression outer, ShapedQueryExpression inner, LambdaExpression outerKeySelector, LambdaExpression innerKeySelector, LookupKind kind)
    {
        var outerKeys = Split(outerKeySelector.Body);
        var innerKeys = Split(innerKeySelector.Body);
        if (outerKeys.Count != innerKeys.Count || outerKeys.Count == 0 || inner.QueryExpression is not DynamoQueryExpression { CanTakeConjuncts: true } query)
        {
            return null;
        }

        var slot = steps.CompilationContext.CreateSlot();
        var conditions = ImmutableArray.CreateBuilder<QueryConjunct>(outerKeys.Count);
        var keys = ImmutableArray.CreateBuilder<LookupKey>(outerKeys.Count);
        for (var i = 0; i < outerKeys.Count; i++)
        {
            var outerKey = steps.Binder.Bind(outer.ShaperExpression, Expression.Lambda(outerKeys[i], outerKeySelector.Parameters));
            var innerKey = steps.Binder.Bind(inner.ShaperExpression, Expression.Lambda(innerKeys[i], innerKeySelector.Parameters));
            var parameter = steps.CompilationContext.CreateLookupParameter(slot, outerKey);
            var condition = Expression.Equal(
                ConvertTo(innerKey, parameter.Type), innerKey.Type == parameter.Type ? parameter : ConvertTo(parameter, parameter.Type));
            keys.Add(new LookupKey(parameter.Name, outerKey, innerKey));
            conditions.Add(new QueryConjunct(steps.Predicates.TryTranslate(condition), condition));
        }

        return new LookupOperator(slot, kind, query, conditions.MoveToImmutable(), keys.ToImmutable())
        {
            FindsAtMostOne = query.HasOneRowForEachItem && IsWholeKey(keys, query.EntityType),
        };
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

    private static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression : Expression.Convert(expression, type);
}
