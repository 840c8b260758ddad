using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Translation.Binding;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Query.Translation.Predicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Translates each LINQ operator to a step of a <see cref="DynamoQueryExpression" />.</summary>
/// <remarks>What the service might do goes where the planner can see it; a step after the rows are cut (Take, Distinct) becomes a client operator.</remarks>
internal sealed class DynamoQueryableMethodTranslatingExpressionVisitor : QueryableMethodTranslatingExpressionVisitor
{
    private readonly ITypeMappingSource _typeMappingSource;
    private readonly RowBinder _binder;
    private readonly PredicateTranslator _predicates;
    private readonly ExecutionValueExtractor _executionValues;
    private readonly LookupTranslator _lookups;
    private readonly SubqueryBinder _subqueries;

    /// <summary>Created by its factory, for one query.</summary>
    public DynamoQueryableMethodTranslatingExpressionVisitor(
        QueryableMethodTranslatingExpressionVisitorDependencies dependencies,
        QueryCompilationContext queryCompilationContext,
        ITypeMappingSource typeMappingSource,
        bool subquery = false)
        : base(dependencies, queryCompilationContext, subquery)
    {
        _typeMappingSource = typeMappingSource;
        var compilationContext = (DynamoQueryCompilationContext)queryCompilationContext; // its factory makes no other
        _subqueries = new SubqueryBinder(compilationContext, TranslateSubquery);
        _binder = new RowBinder(compilationContext, typeMappingSource, _subqueries);
        _predicates = new PredicateTranslator(typeMappingSource, compilationContext);
        _executionValues = new ExecutionValueExtractor(compilationContext);
        _lookups = new LookupTranslator(compilationContext, _binder, _predicates);
    }

    /// <inheritdoc />
    protected override QueryableMethodTranslatingExpressionVisitor CreateSubqueryVisitor()
        => new DynamoQueryableMethodTranslatingExpressionVisitor(Dependencies, QueryCompilationContext, _typeMappingSource, subquery: true);

    /// <inheritdoc />
    protected override ShapedQueryExpression CreateShapedQueryExpression(IEntityType entityType)
    {
        var query = new DynamoQueryExpression(entityType, entityType.GetDynamoTableName()!); // nested types have no table, and EF refuses them as roots
        if (DiscriminatorPredicate.IsNeeded(entityType))
        {
            query = AddDiscriminator(query, DiscriminatorPredicate.Create(entityType));
        }

        return new ShapedQueryExpression(query, new StructuralTypeShaperExpression(entityType, RowExpression.Root, nullable: false));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateWhere(ShapedQueryExpression source, LambdaExpression predicate)
    {
        var condition = BindCondition(source, predicate);
        return Filter(AddLookups(source), condition);
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSelect(ShapedQueryExpression source, LambdaExpression selector)
    {
        if (selector.Body == selector.Parameters[0])
        {
            return source;
        }

        var shaper = _binder.Bind(source.ShaperExpression, selector);
        return AddLookups(source).UpdateShaperExpression(shaper);
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateOrderBy(ShapedQueryExpression source, LambdaExpression keySelector, bool ascending)
    {
        var ordering = CreateOrdering(source, keySelector, ascending);
        return Update(AddLookups(source), query => query.IsCut
            ? query.AddClientOperator(new OrderOperator([ordering]))
            // LINQ's sort is stable: an earlier order decides among equal keys of a later one.
            : query.WithOrderings([ordering, .. query.Orderings]));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateThenBy(ShapedQueryExpression source, LambdaExpression keySelector, bool ascending)
    {
        var ordering = CreateOrdering(source, keySelector, ascending);
        _subqueries.RefusePending();
        return Update(source, query => query.ClientOperators is [.., OrderOperator last]
            ? query.WithClientOperators(query.ClientOperators.SetItem(query.ClientOperators.Length - 1, new OrderOperator(last.Orderings.Add(ordering))))
            : query.WithOrderings(query.Orderings.Add(ordering)));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateReverse(ShapedQueryExpression source)
        => Update(source, query => query.Reverse());

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSkip(ShapedQueryExpression source, Expression count)
    {
        var operand = TranslateCountArgument(count, nameof(Queryable.Skip));
        return Update(source, query => query.IsCut ? query.AddClientOperator(new SkipOperator(operand)) : query.WithOffset(operand));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateTake(ShapedQueryExpression source, Expression count)
    {
        var operand = TranslateCountArgument(count, nameof(Queryable.Take));
        return Update(source, query => query.Take(operand));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateDistinct(ShapedQueryExpression source)
        => source is
        {
            ShaperExpression: StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: null } },
            QueryExpression: DynamoQueryExpression { HasOneRowForEachItem: true },
        }
            ? source // items are distinct
            : Update(source, query => query.AddClientOperator(new DistinctOperator(source.ShaperExpression)));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateFirstOrDefault(
        ShapedQueryExpression source, LambdaExpression? predicate, Type returnType, bool returnDefault)
        => Convert(Update(FilterIf(source, predicate), query => query.Take(new ConstantOperand(1, TypeMapping: null))), returnType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateLastOrDefault(
        ShapedQueryExpression source, LambdaExpression? predicate, Type returnType, bool returnDefault)
        => Convert(Update(FilterIf(source, predicate), query => query.Reverse().Take(new ConstantOperand(1, TypeMapping: null))), returnType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSingleOrDefault(
        ShapedQueryExpression source, LambdaExpression? predicate, Type returnType, bool returnDefault)
        // Two items are enough to know that there is not a single one.
        => Convert(Update(FilterIf(source, predicate), query => query.Take(new ConstantOperand(2, TypeMapping: null))), returnType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateElementAtOrDefault(ShapedQueryExpression source, Expression index, bool returnDefault)
        => Update(TranslateSkip(source, index), query => query.Take(new ConstantOperand(1, TypeMapping: null)));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateAny(ShapedQueryExpression source, LambdaExpression? predicate)
        => Exists(FilterIf(source, predicate), AggregateKind.Any);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateAll(ShapedQueryExpression source, LambdaExpression predicate)
    {
        var condition = Expression.Not(BindCondition(source, predicate));
        return Exists(Filter(AddLookups(source), condition), AggregateKind.None);
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateContains(ShapedQueryExpression source, Expression item)
    {
        var parameter = Expression.Parameter(source.ShaperExpression.Type);
        var equal = Expression.Lambda(Expression.Equal(parameter, item.Type == parameter.Type ? item : Expression.Convert(item, parameter.Type)), parameter);
        return Exists(TranslateWhere(source, equal), AggregateKind.Any);
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateCount(ShapedQueryExpression source, LambdaExpression? predicate)
        => Count(FilterIf(source, predicate), AggregateKind.Count, typeof(int));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateLongCount(ShapedQueryExpression source, LambdaExpression? predicate)
        => Count(FilterIf(source, predicate), AggregateKind.LongCount, typeof(long));

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateMin(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => Aggregate(source, AggregateKind.Min, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateMax(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => Aggregate(source, AggregateKind.Max, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSum(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => Aggregate(source, AggregateKind.Sum, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateAverage(ShapedQueryExpression source, LambdaExpression? selector, Type resultType)
        => Aggregate(source, AggregateKind.Average, selector, resultType);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateCast(ShapedQueryExpression source, Type castType)
        => Convert(source, castType);

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
            ?? throw new InvalidOperationException(QueryStrings.TypeNotInHierarchy(resultType.Name, entityType.DisplayName()));
        var filtered = Update(source, query => query.IsCut
            ? query.AddClientOperator(new FilterOperator(DiscriminatorPredicate.Create(derived)))
            : AddDiscriminator(query.WithEntityType(derived), DiscriminatorPredicate.Create(derived)));
        return filtered.UpdateShaperExpression(shaper.WithType(derived));
    }

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateDefaultIfEmpty(ShapedQueryExpression source, Expression? defaultValue)
        => throw Untranslated(nameof(Queryable.DefaultIfEmpty), "call AsEnumerable() or ToListAsync() before it.");

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
    protected override ShapedQueryExpression TranslateGroupBy(
        ShapedQueryExpression source, LambdaExpression keySelector, LambdaExpression? elementSelector, LambdaExpression? resultSelector)
        => throw Untranslated(nameof(Queryable.GroupBy), "read the items by their keys with ToListAsync() and group them in memory.");

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
        => Join(outer, inner, outerKeySelector, innerKeySelector, resultSelector, LookupKind.Inner);

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateLeftJoin(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector)
        => Join(outer, inner, outerKeySelector, innerKeySelector, resultSelector, LookupKind.Left);

    /// <inheritdoc />
    protected override ShapedQueryExpression? TranslateRightJoin(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector)
        => Join(
            inner,
            outer,
            innerKeySelector,
            outerKeySelector,
            Expression.Lambda(resultSelector.Body, resultSelector.Parameters[1], resultSelector.Parameters[0]),
            LookupKind.Left);

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSelectMany(
        ShapedQueryExpression source, LambdaExpression collectionSelector, LambdaExpression resultSelector)
        => throw UntranslatedSelectMany();

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSelectMany(ShapedQueryExpression source, LambdaExpression selector)
        => throw UntranslatedSelectMany();

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateSkipWhile(ShapedQueryExpression source, LambdaExpression predicate)
        => throw Untranslated(nameof(Queryable.SkipWhile), "call AsEnumerable() or AsAsyncEnumerable() before it.");

    /// <inheritdoc />
    protected override ShapedQueryExpression TranslateTakeWhile(ShapedQueryExpression source, LambdaExpression predicate)
        => throw Untranslated(nameof(Queryable.TakeWhile), "call AsEnumerable() or AsAsyncEnumerable() before it.");

    private static ShapedQueryExpression Update(ShapedQueryExpression source, Func<DynamoQueryExpression, DynamoQueryExpression> step)
        => source.UpdateQueryExpression(step((DynamoQueryExpression)source.QueryExpression));

    private static ShapedQueryExpression Convert(ShapedQueryExpression source, Type type)
        => source.ShaperExpression.Type == type ? source : source.UpdateShaperExpression(Expression.Convert(source.ShaperExpression, type));

    /// <inheritdoc />
    protected override Expression? TranslateExecuteDelete(ShapedQueryExpression source)
        => throw Untranslated(nameof(EntityFrameworkQueryableExtensions.ExecuteDelete), "read the entities, call RemoveRange, then SaveChanges.");

    /// <inheritdoc />
    protected override Expression? TranslateExecuteUpdate(ShapedQueryExpression source, IReadOnlyList<ExecuteUpdateSetter> setters)
        => throw Untranslated(nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate), "read the entities, set their properties, then call SaveChanges.");

    private ShapedQueryExpression? Join(
        ShapedQueryExpression outer,
        ShapedQueryExpression inner,
        LambdaExpression outerKeySelector,
        LambdaExpression innerKeySelector,
        LambdaExpression resultSelector,
        LookupKind kind)
    {
        if (_lookups.TryJoin(outer, inner, outerKeySelector, innerKeySelector, kind) is not { } lookup)
        {
            AddTranslationErrorDetails(QueryStrings.JoinNotTranslated);
            return null;
        }

        _subqueries.RefusePending(); // of the keys
        var shaper = _binder.Bind(outer.ShaperExpression, lookup.Shaper, resultSelector);
        return AddLookups(Update(outer, query => query.AddClientOperator(lookup.Operator))).UpdateShaperExpression(shaper);
    }

    // What an expression reads by subqueries is looked up before it is used.
    private ShapedQueryExpression AddLookups(ShapedQueryExpression source)
        => _subqueries.TakePending().Aggregate(source, (current, lookup) => Update(current, query => query.AddClientOperator(lookup)));

    private DynamoQueryExpression AddDiscriminator(DynamoQueryExpression query, Expression rowPredicate)
        => query.AddConjunct(new QueryConjunct(_predicates.TryTranslate(rowPredicate), rowPredicate, IsTypeDiscriminator: true));

    private Expression BindCondition(ShapedQueryExpression source, LambdaExpression condition)
        => _executionValues.Extract(_binder.Bind(source.ShaperExpression, condition));

    private ShapedQueryExpression FilterIf(ShapedQueryExpression source, LambdaExpression? predicate)
        => predicate is null ? source : TranslateWhere(source, predicate);

    private ShapedQueryExpression Filter(ShapedQueryExpression source, Expression rowPredicate)
        => rowPredicate switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } and => Filter(Filter(source, and.Left), and.Right),
            UnaryExpression { NodeType: ExpressionType.Not, Operand: BinaryExpression { NodeType: ExpressionType.OrElse } or }
                => Filter(Filter(source, Expression.Not(or.Left)), Expression.Not(or.Right)),
            _ => Update(source, query => query.IsCut && !(query.CanTakeConjuncts && SlotFinder.IsFirstSourceOnly(rowPredicate))
                ? query.AddClientOperator(new FilterOperator(rowPredicate))
                : query.AddConjunct(new QueryConjunct(_predicates.TryTranslate(rowPredicate), rowPredicate))),
        };

    private QueryOrdering CreateOrdering(ShapedQueryExpression source, LambdaExpression keySelector, bool ascending)
    {
        var key = _binder.Bind(source.ShaperExpression, keySelector);
        return new QueryOrdering(_predicates.Operands.TryTranslateAttribute(key), key, ascending);
    }

    private static ShapedQueryExpression Exists(ShapedQueryExpression source, AggregateKind kind)
        => Count(source, kind, typeof(bool));

    private static ShapedQueryExpression Count(ShapedQueryExpression source, AggregateKind kind, Type resultType)
        => Aggregate(source, new QueryAggregate(kind, Attribute: null, RowSelector: null, resultType));

    private ShapedQueryExpression Aggregate(ShapedQueryExpression source, AggregateKind kind, LambdaExpression? selector, Type resultType)
    {
        var value = selector is null ? source.ShaperExpression : _binder.Bind(source.ShaperExpression, selector);
        return Aggregate(AddLookups(source), new QueryAggregate(kind, _predicates.Operands.TryTranslateAttribute(value), value, resultType));
    }

    private static ShapedQueryExpression Aggregate(ShapedQueryExpression source, QueryAggregate aggregate)
        => Update(source, query => query.Aggregated(aggregate)).UpdateShaperExpression(new AggregateResultExpression(aggregate.ResultType));

    private DynamoOperand TranslateCountArgument(Expression count, string operatorName)
        => _executionValues.Extract(count) switch
        {
            ConstantExpression { Value: int value } => new ConstantOperand(value, TypeMapping: null),
            QueryParameterExpression parameter => new ParameterOperand(parameter.Name, TypeMapping: null, IsNullable: false),
            _ => throw new InvalidOperationException(QueryStrings.CountNotTranslated(operatorName)),
        };

    private static InvalidOperationException Untranslated(string operatorName, string wayOut)
        => new(QueryStrings.OperatorNotTranslated(operatorName, wayOut));

    private static InvalidOperationException UntranslatedSetOperation(string operatorName)
        => Untranslated(operatorName, "run both queries with ToListAsync() and combine their results in memory.");

    private static InvalidOperationException UntranslatedSelectMany()
        => Untranslated(
            nameof(Queryable.SelectMany),
            "select the collection (Select(x => x.Lines)) and flatten it after ToListAsync(), or query the other items by their keys.");

    private static InvalidOperationException UntranslatedJoin(string operatorName)
        => Untranslated(
            operatorName,
            "query each side by its keys with ToListAsync(), using the first result's keys as a local collection in the second (ids.Contains(x.Id)).");
}
