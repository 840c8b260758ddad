using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Translation.Binding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Translates each LINQ operator to a step of a <see cref="DynamoQueryExpression" />.</summary>
/// <remarks>What the service might do goes where the planner can see it; a step after the rows are cut (Take, Distinct) becomes a client operator.</remarks>
internal sealed class DynamoQueryableMethodTranslatingExpressionVisitor : QueryableMethodTranslatingExpressionVisitor
{
    private readonly ITypeMappingSource _typeMappingSource;
    private readonly QuerySteps _steps;
    private readonly LookupTranslator _lookups;
    private readonly GroupTranslator _groups;
    private readonly bool _isSubquery;

    private MethodCallExpression? _refused;

    /// <summary>Created by its factory, for one query.</summary>
    public DynamoQueryableMethodTranslatingExpressionVisitor(
        QueryableMethodTranslatingExpressionVisitorDependencies dependencies,
        QueryCompilationContext queryCompilationContext,
        ITypeMappingSource typeMappingSource,
        bool subquery = false)
        : base(dependencies, queryCompilationContext, subquery)
    {
        _typeMappingSource = typeMappingSource;
        _isSubquery = subquery;
        var compilationContext = (DynamoQueryCompilationContext)queryCompilationContext; // its factory makes no other
        _steps = new QuerySteps(compilationContext, typeMappingSource, TranslateSubquery, AddTranslationErrorDetails);
        _lookups = new LookupTranslator(_steps);
        _groups = new GroupTranslator(_steps);
    }

    /// <inheritdoc />
    public override Expression Translate(Expression expression)
    {
        var translated = base.Translate(expression);
        return translated == QueryCompilationContext.NotTranslatedExpression && _refused is not null
            ? throw new InvalidOperationException(CoreStrings.TranslationFailedWithDetails(_refused.Print(), TranslationErrorDetails))
            : translated;
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression methodCallExpression)
    {
        try
        {
            return base.VisitMethodCall(methodCallExpression);
        }
        catch (NotTranslatedException refusal)
        {
            AddTranslationErrorDetails(refusal.Message);
            _refused = methodCallExpression;
            return QueryCompilationContext.NotTranslatedExpression;
        }
    }

    /// <inheritdoc />
    protected override QueryableMethodTranslatingExpressionVisitor CreateSubqueryVisitor()
        => new DynamoQueryableMethodTranslatingExpressionVisitor(Dependencies, QueryCompilationContext, _typeMappingSource, subquery: true);

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node is MarkedQueryRootExpression root
            ? QuerySteps.Update(CreateShapedQueryExpression(root.EntityType), query => query.WithOptions(root.Options))
            : base.VisitExtension(node);

    /// <inheritdoc />
    protected override ShapedQueryExpression CreateShapedQueryExpression(IEntityType entityType)
    {
        var query = new DynamoQueryExpression(entityType, entityType.GetDynamoTableName()!); // nested types have no table, and EF refuses them as roots
        if (DiscriminatorPredicate.IsNeeded(entityType))
        {
            query = _steps.AddDiscriminator(query, DiscriminatorPredicate.Create(entityType));
        }

        return new ShapedQueryExpression(query, new StructuralTypeShaperExpression(entityType, RowExpression.Root, nullable: false));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateWhere(ShapedQueryExpression source, LambdaExpression predicate)
        => _steps.Where(source, predicate);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSelect(ShapedQueryExpression source, LambdaExpression selector)
    {
        if (selector.Body == selector.Parameters[0])
        {
            return source;
        }

        var shaper = _steps.Binder.Bind(source.ShaperExpression, selector);
        return _steps.AddLookups(source).UpdateShaperExpression(shaper);
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateOrderBy(ShapedQueryExpression source, LambdaExpression keySelector, bool ascending)
    {
        var ordering = _steps.CreateOrdering(source, keySelector, ascending);
        return QuerySteps.Update(_steps.AddLookups(source), query => query.CanTakeOrderings && SlotFinder.IsFirstSourceOnly(ordering.RowKey)
            // LINQ's sort is stable: an earlier order decides among equal keys of a later one.
            ? query.WithOrderings([ordering, .. query.Orderings])
            : query.AddClientOperator(new OrderOperator([ordering])));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateThenBy(ShapedQueryExpression source, LambdaExpression keySelector, bool ascending)
    {
        var ordering = _steps.CreateOrdering(source, keySelector, ascending);
        _steps.Subqueries.RefusePending();
        return QuerySteps.Update(source, query => query.ClientOperators is [.., OrderOperator last]
            ? query.WithClientOperators(query.ClientOperators.SetItem(query.ClientOperators.Length - 1, new OrderOperator(last.Orderings.Add(ordering))))
            : SlotFinder.IsFirstSourceOnly(ordering.RowKey)
            ? query.WithOrderings(query.Orderings.Add(ordering))
            // One sort has all its keys: it comes behind the lookup that one of them needs.
            : query.WithOrderings([]).AddClientOperator(new OrderOperator(query.Orderings.Add(ordering))));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateReverse(ShapedQueryExpression source)
        => QuerySteps.Update(source, query => query.Reverse());

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSkip(ShapedQueryExpression source, Expression count)
    {
        var operand = _steps.TranslateCountArgument(count, nameof(Queryable.Skip));
        return QuerySteps.Update(source, query => query.CanTakeOffset ? query.WithOffset(operand) : query.AddClientOperator(new SkipOperator(operand)));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateTake(ShapedQueryExpression source, Expression count)
    {
        var operand = _steps.TranslateCountArgument(count, nameof(Queryable.Take));
        return QuerySteps.Update(source, query => query.Take(operand));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateDistinct(ShapedQueryExpression source)
        => source is
        {
            ShaperExpression: StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: null } },
            QueryExpression: DynamoQueryExpression { HasOneRowForEachItem: true },
        }
            ? source // items are distinct
            : QuerySteps.Update(source, query => query.AddClientOperator(new DistinctOperator(source.ShaperExpression)));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateFirstOrDefault(
        ShapedQueryExpression source, LambdaExpression? predicate, Type returnType, bool returnDefault)
        => QuerySteps.Convert(
            QuerySteps.Update(_steps.FilterIf(source, predicate), query => query.Take(new ConstantOperand(1, TypeMapping: null))), returnType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateLastOrDefault(
        ShapedQueryExpression source, LambdaExpression? predicate, Type returnType, bool returnDefault)
        => QuerySteps.Convert(
            QuerySteps.Update(_steps.FilterIf(source, predicate), query => query.Reverse().Take(new ConstantOperand(1, TypeMapping: null))), returnType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSingleOrDefault(
        ShapedQueryExpression source, LambdaExpression? predicate, Type returnType, bool returnDefault)
        // Two items are enough to know that there is not a single one. A subquery does not ask, as in SQL.
        => QuerySteps.Convert(
            QuerySteps.Update(_steps.FilterIf(source, predicate), query => query.Take(new ConstantOperand(_isSubquery ? 1 : 2, TypeMapping: null))),
            returnType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateElementAtOrDefault(ShapedQueryExpression source, Expression index, bool returnDefault)
        => QuerySteps.Update(TranslateSkip(source, index), query => query.Take(new ConstantOperand(1, TypeMapping: null)));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateAny(ShapedQueryExpression source, LambdaExpression? predicate)
        => QuerySteps.Exists(_steps.FilterIf(source, predicate), AggregateKind.Any);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateAll(ShapedQueryExpression source, LambdaExpression predicate)
    {
        var condition = Expression.Not(_steps.BindCondition(source, predicate));
        return QuerySteps.Exists(_steps.Filter(_steps.AddLookups(source), condition), AggregateKind.None);
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateContains(ShapedQueryExpression source, Expression item)
    {
        var parameter = Expression.Parameter(source.ShaperExpression.Type);
        var equal = Expression.Lambda(Expression.Equal(parameter, item.Type == parameter.Type ? item : Expression.Convert(item, parameter.Type)), parameter);
        return QuerySteps.Exists(TranslateWhere(source, equal), AggregateKind.Any);
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateCount(ShapedQueryExpression source, LambdaExpression? predicate)
        => QuerySteps.Count(_steps.FilterIf(source, predicate), AggregateKind.Count, typeof(int));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateLongCount(ShapedQueryExpression source, LambdaExpression? predicate)
        => QuerySteps.Count(_steps.FilterIf(source, predicate), AggregateKind.LongCount, typeof(long));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateMin(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => _steps.Aggregate(source, AggregateKind.Min, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateMax(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => _steps.Aggregate(source, AggregateKind.Max, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSum(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => _steps.Aggregate(source, AggregateKind.Sum, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateAverage(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => _steps.Aggregate(source, AggregateKind.Average, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateCast(ShapedQueryExpression source, Type castType)
        => QuerySteps.Convert(source, castType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateOfType(ShapedQueryExpression source, Type resultType)
    {
        if (source.ShaperExpression is not StructuralTypeShaperExpression { StructuralType: IEntityType entityType } shaper)
        {
            throw Untranslated(nameof(Queryable.OfType), "use it before Select, or call AsEnumerable() before it.");
        }

        if (resultType.IsAssignableFrom(entityType.ClrType))
        {
            return source;
        }

        var derived = entityType.GetDerivedTypes().FirstOrDefault(t => t.ClrType == resultType)
            ?? throw new NotTranslatedException(QueryStrings.TypeNotInHierarchy(resultType.Name, entityType.DisplayName()));
        var filtered = QuerySteps.Update(source, query => query.IsCut
            ? query.AddClientOperator(new FilterOperator(DiscriminatorPredicate.Create(derived)))
            : _steps.AddDiscriminator(query.WithEntityType(derived), DiscriminatorPredicate.Create(derived)));
        return filtered.UpdateShaperExpression(shaper.WithType(derived));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateDefaultIfEmpty(ShapedQueryExpression source, Expression? defaultValue)
    {
        if (defaultValue is not null)
        {
            return _steps.Refuse(QueryStrings.DefaultValueNotTranslated);
        }

        var slot = _steps.CompilationContext.CreateSlot();
        return QuerySteps.Update(source, query => query.AddClientOperator(new DefaultIfEmptyOperator(slot)))
            .UpdateShaperExpression(OptionalRow.Move(source.ShaperExpression, slot));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateConcat(ShapedQueryExpression source1, ShapedQueryExpression source2)
        => throw UntranslatedSetOperation(nameof(Queryable.Concat));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateExcept(ShapedQueryExpression source1, ShapedQueryExpression source2)
        => throw UntranslatedSetOperation(nameof(Queryable.Except));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateIntersect(ShapedQueryExpression source1, ShapedQueryExpression source2)
        => throw UntranslatedSetOperation(nameof(Queryable.Intersect));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateUnion(ShapedQueryExpression source1, ShapedQueryExpression source2)
        => throw UntranslatedSetOperation(nameof(Queryable.Union));

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateGroupBy(
        ShapedQueryExpression source, LambdaExpression keySelector, LambdaExpression? elementSelector, LambdaExpression? resultSelector)
        => _groups.TryGroup(source, keySelector, elementSelector, resultSelector);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateGroupJoin(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector)
        => throw UntranslatedJoin(nameof(Queryable.GroupJoin));

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateJoin(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector)
        => _lookups.TryJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector, LookupKind.Inner);

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateLeftJoin(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector)
        => _lookups.TryJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector, LookupKind.Left);

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateRightJoin(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector)
        => _lookups.TryJoin(
            inner,
            outer,
            innerKeySelector,
            outerKeySelector,
            Expression.Lambda(resultSelector.Body, resultSelector.Parameters[1], resultSelector.Parameters[0]),
            LookupKind.Left);

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateSelectMany(
        ShapedQueryExpression source, LambdaExpression collectionSelector, LambdaExpression resultSelector)
        => _lookups.TrySelectMany(source, collectionSelector, resultSelector);

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateSelectMany(ShapedQueryExpression source, LambdaExpression selector)
        => _lookups.TrySelectMany(source, selector, resultSelector: null);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSkipWhile(ShapedQueryExpression source, LambdaExpression predicate)
        => throw Untranslated(nameof(Queryable.SkipWhile), "call AsEnumerable() or AsAsyncEnumerable() before it.");

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateTakeWhile(ShapedQueryExpression source, LambdaExpression predicate)
        => throw Untranslated(nameof(Queryable.TakeWhile), "call AsEnumerable() or AsAsyncEnumerable() before it.");

    /// <inheritdoc />
    protected override Expression? TranslateExecuteDelete(ShapedQueryExpression source)
        => BulkWriteTranslator.TranslateDelete(source);

    /// <inheritdoc />
    protected override Expression? TranslateExecuteUpdate(ShapedQueryExpression source, IReadOnlyList<ExecuteUpdateSetter> setters)
        => new BulkWriteTranslator(_steps).TranslateUpdate(source, setters);

    private static InvalidOperationException Untranslated(string operatorName, string wayOut)
        => new(QueryStrings.OperatorNotTranslated(operatorName, wayOut));

    private static InvalidOperationException UntranslatedSetOperation(string operatorName)
        => Untranslated(operatorName, "run both queries with ToListAsync() and combine their results in memory.");

    private static InvalidOperationException UntranslatedJoin(string operatorName)
        => Untranslated(
            operatorName,
            "query each side by its keys with ToListAsync(), using the first result's keys as a local collection in the second (ids.Contains(x.Id)).");
}
