using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>
///     Finds what a query computes of the elements of its groups: counts, sums and the like are computed while rows come, and only a list that something else
///     reads is kept, with the attributes that are read of it.
/// </summary>
internal sealed class GroupAggregateExtractor(DynamoQueryCompilationContext compilationContext, ITypeMappingSource typeMappingSource) : ExpressionVisitor
{
    private readonly Dictionary<string, List<GroupAggregate>> _groups = new(StringComparer.Ordinal);

    /// <summary>The query with its groups narrowed to what is done with them.</summary>
    public ShapedQueryExpression Process(ShapedQueryExpression shapedQuery)
    {
        var query = (DynamoQueryExpression)shapedQuery.QueryExpression;
        FindGroups(query);
        if (_groups.Count == 0)
        {
            return shapedQuery;
        }

        var rewritten = Rewrite(query);
        var shaper = Visit(shapedQuery.ShaperExpression);
        var reads = new ElementReadCollector([.. _groups.Keys]);
        reads.VisitQuery(rewritten);
        reads.Visit(shaper);
        foreach (var aggregate in _groups.Values.SelectMany(aggregates => aggregates))
        {
            reads.Visit(aggregate.Condition);
            reads.Visit(aggregate.Aggregate.RowSelector);
        }

        return shapedQuery.Update(Narrow(rewritten, reads), shaper);
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            LookupCollectionExpression collection => new LookupCollectionExpression(collection.Path, Visit(collection.ElementShaper), collection.Type),
            StructuralTypeShaperExpression or QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
        => node.Method.DeclaringType == typeof(Enumerable) && TryExtract(node) is { } read ? read : base.VisitMethodCall(node);

    private void FindGroups(DynamoQueryExpression query)
    {
        foreach (var step in query.ClientOperators)
        {
            if (step is GroupOperator { Elements: { } elements })
            {
                _groups.Add(elements.AttributeName, []);
            }

            if (step.OtherSource is { } other)
            {
                FindGroups(other);
            }
        }
    }

    private DynamoQueryExpression Rewrite(DynamoQueryExpression query)
    {
        var rewritten = query.WithClientOperators([.. query.ClientOperators.Select(o => o.MapRowExpressions(e => Visit(e)).MapOtherSource(Rewrite))]);
        return query.Aggregate is { RowSelector: { } selector } aggregate
            ? rewritten.WithAggregate(aggregate with { RowSelector = Visit(selector) })
            : rewritten;
    }

    private DynamoQueryExpression Narrow(DynamoQueryExpression query, ElementReadCollector reads)
        => query.WithClientOperators(
        [
            .. query.ClientOperators.Select(step => step is GroupOperator { Elements: { } elements } group
                ? group with
                {
                    Aggregates = [.. _groups[elements.AttributeName]],
                    ElementReads = [.. reads.Find(elements.AttributeName)],
                    Elements = reads.IsUsed(elements.AttributeName) ? elements : null,
                }
                : step.MapOtherSource(other => Narrow(other, reads))),
        ]);

    private Expression? TryExtract(MethodCallExpression call)
    {
        if (TryReadKind(call) is not var (kind, items, selector)
            || TryReadConditions(items) is not var (list, conditions)
            || list.Path.Segments[^1] is not NameSegment { Name: var slotName }
            || !_groups.TryGetValue(slotName, out var aggregates))
        {
            return null;
        }

        if (kind == AggregateKind.None)
        {
            conditions.Add(Expression.Not(((LambdaExpression)call.Arguments[1]).Body));
        }

        var condition = conditions.Count == 0 ? null : ElementUnbaser.TryMove(Visit(conditions.Aggregate(Expression.AndAlso)), list.Slot);
        var value = selector is null ? null : ElementUnbaser.TryMove(Visit(selector), list.Slot);
        if ((conditions.Count > 0 && condition is null) || (selector is not null && value is null) || FindMapping(kind, call.Type, value) is not { } mapping)
        {
            return null;
        }

        var hasNoValue = kind is AggregateKind.Min or AggregateKind.Max or AggregateKind.Average; // where nothing counts
        var type = hasNoValue ? MakeNullable(call.Type) : call.Type;
        var slot = Add(aggregates, condition, new QueryAggregate(kind, Attribute: null, value, type), mapping);
        var read = new AttributeReadExpression(
            new AttributeOperand(Replace(list.Path, slot), Property: null, mapping), type);
        return type == call.Type ? read : Expression.Convert(read, call.Type);
    }

    private RowSlot Add(List<GroupAggregate> aggregates, Expression? condition, QueryAggregate aggregate, DynamoTypeMapping mapping)
    {
        var known = condition is null ? aggregates.Find(a => a.Condition is null && IsSame(a.Aggregate, aggregate)) : null;
        if (known is null)
        {
            aggregates.Add(known = new GroupAggregate(compilationContext.CreateSlot(), condition, aggregate, mapping));
        }

        return known.Slot;
    }

    private static bool IsSame(QueryAggregate one, QueryAggregate other)
        => one.Kind == other.Kind && one.ResultType == other.ResultType
            && (one.RowSelector is null
                || (one.RowSelector is AttributeReadExpression read && other.RowSelector is AttributeReadExpression second
                    && read.Type == second.Type && read.Attribute == second.Attribute));

    private static (AggregateKind Kind, Expression Items, Expression? Selector)? TryReadKind(MethodCallExpression call)
        => (call.Method.Name, call.Arguments) switch
        {
            (nameof(Enumerable.Count), [var items]) when IsItems(items) => (AggregateKind.Count, items, null),
            (nameof(Enumerable.LongCount), [var items]) when IsItems(items) => (AggregateKind.LongCount, items, null),
            (nameof(Enumerable.Any), [var items]) when IsItems(items) => (AggregateKind.Any, items, null),
            (nameof(Enumerable.All), [var items, _]) when IsItems(items) => (AggregateKind.None, items, null),
            (nameof(Enumerable.Sum), [var values]) => TryReadSelector(AggregateKind.Sum, values),
            (nameof(Enumerable.Average), [var values]) => TryReadSelector(AggregateKind.Average, values),
            (nameof(Enumerable.Min), [var values]) => TryReadSelector(AggregateKind.Min, values),
            (nameof(Enumerable.Max), [var values]) => TryReadSelector(AggregateKind.Max, values),
            _ => null,
        };

    private static (AggregateKind Kind, Expression Items, Expression? Selector)? TryReadSelector(AggregateKind kind, Expression values)
        => values is MethodCallExpression { Method.Name: nameof(Enumerable.Select), Arguments: [var items, LambdaExpression { Parameters: [_] } selector] }
            && IsItems(items)
                ? (kind, items, selector.Body)
                : null;

    private static (ElementItemsExpression List, List<Expression> Conditions)? TryReadConditions(Expression items)
    {
        var conditions = new List<Expression>();
        while (items is MethodCallExpression { Method.Name: nameof(Enumerable.Where), Arguments: [var source, LambdaExpression { Parameters: [_] } condition] })
        {
            conditions.Insert(0, condition.Body);
            items = source;
        }

        return items is ElementItemsExpression list ? (list, conditions) : null;
    }

    private DynamoTypeMapping? FindMapping(AggregateKind kind, Type type, Expression? value)
    {
        while (value is UnaryExpression { NodeType: ExpressionType.Convert } conversion
            && MakeNullable(conversion.Type) == MakeNullable(conversion.Operand.Type))
        {
            value = conversion.Operand;
        }

        return kind is AggregateKind.Min or AggregateKind.Max && value is AttributeReadExpression read
            ? read.Mapping
            : typeMappingSource.FindMapping(Nullable.GetUnderlyingType(type) ?? type) as DynamoTypeMapping;
    }

    private static DocumentPath Replace(DocumentPath list, RowSlot slot)
        => list.Segments[..^1] is { IsEmpty: false } outer
            ? outer.AsSpan()[1..].ToArray().Aggregate(DocumentPath.Root(list.RootName), (path, segment) => path.Append(segment)).Append(slot.AttributeName)
            : DocumentPath.Root(slot.AttributeName);

    private static bool IsItems(Expression expression)
        => expression.Type.IsAssignableTo(typeof(IEnumerable<Item>));

    private static Type MakeNullable(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
