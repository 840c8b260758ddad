using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Execution.BulkWrites;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Planning;
using EFCore.Dynamo.Query.Planning.BulkWrites;
using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Plans a translated query, compiles its client operators and shaper, and builds the expression that starts an execution.</summary>
internal sealed class DynamoShapedQueryCompilingExpressionVisitor : ShapedQueryCompilingExpressionVisitor
{
    private readonly DynamoQueryCompilationContext _compilationContext;
    private readonly IDynamoSingletonOptions _options;
    private readonly MaterializerBuilder _materializers;
    private readonly RowCompiler _rowCompiler;
    private readonly PlanningOptions _planningOptions;

    /// <summary>Created by its factory, for one query.</summary>
    public DynamoShapedQueryCompilingExpressionVisitor(
        ShapedQueryCompilingExpressionVisitorDependencies dependencies,
        DynamoQueryCompilationContext queryCompilationContext,
        IDynamoSingletonOptions options)
        : base(dependencies, queryCompilationContext)
    {
        _compilationContext = queryCompilationContext;
        _options = options;
        _materializers = new MaterializerBuilder(
            dependencies.EntityMaterializerSource, InjectStructuralTypeMaterializers, queryCompilationContext.QueryTrackingBehavior);
        _rowCompiler = new RowCompiler(_materializers, queryCompilationContext.Model);

        // A scan without consent has a plan, which ToQueryString prints; it is refused when it is executed.
        _planningOptions = PlanningOptions.From(options) with
        {
            ScanBehavior = options.ScanBehavior == ScanBehavior.Allow ? ScanBehavior.Allow : ScanBehavior.Warn,
        };
    }

    /// <inheritdoc />
    public override void AddStructuralTypeInitialization(
        StructuralTypeShaperExpression shaper, ParameterExpression instanceVariable, List<ParameterExpression> variables, List<Expression> expressions)
    {
        if (shaper.ValueBufferExpression is RowBindingExpression row)
        {
            _materializers.AddComplexCollections(shaper.StructuralType, instanceVariable, row.Binding, expressions);
        }
    }

    /// <summary>Compiles a shaper without a query around it.</summary>
    /// <returns>A <c>Func&lt;QueryContext, Item, T&gt;</c> with the expression's type.</returns>
    public Delegate CompileShaper(Expression rowExpression)
        => _rowCompiler.CompileShaper(rowExpression);

    /// <inheritdoc />
    protected override Expression VisitShapedQuery(ShapedQueryExpression shapedQueryExpression)
    {
        var query = (DynamoQueryExpression)shapedQueryExpression.QueryExpression;
        var plan = AccessPlanner.Plan(query, _planningOptions);
        var shaper = shapedQueryExpression.ShaperExpression;
        var method = query.Aggregate is not null ? nameof(CreateAggregateQuery)
            : _compilationContext.Page is not null ? nameof(CreatePageQuery)
            : nameof(CreateRowQuery);
        return (Expression)Reflected.Method(typeof(DynamoShapedQueryCompilingExpressionVisitor), method)
            .MakeGenericMethod(shaper.Type)
            .Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, [query, plan, shaper], culture: null)!;
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression extensionExpression)
        => extensionExpression is BulkWriteExpression write
            ? Expression.Call(
                Expression.Constant(CompileBulkWrite(write)),
                QueryCompilationContext.IsAsync ? nameof(CompiledBulkWrite.ExecuteAsync) : nameof(CompiledBulkWrite.Execute),
                typeArguments: null,
                Expression.Convert(QueryCompilationContext.QueryContextParameter, typeof(DynamoQueryContext)))
            : base.VisitExtension(extensionExpression);

    private CompiledBulkWrite CompileBulkWrite(BulkWriteExpression write)
    {
        var plan = BulkWritePlanner.Plan(write, _planningOptions);
        var rows = CompileRows(write.Source, plan.Read, (_, row) => row.Span.ToItem());
        var compiler = new BulkWriteCompiler(_rowCompiler);
        var binder = new BulkWriteBinder(plan);
        return new()
        {
            Plan = plan,
            Binder = binder,
            Rows = context => new RowQueryEnumerable<Item>(context, CompiledQuery.Choose(rows, context)),
            Values = compiler.CompileValues(plan),
            Conditions = compiler.CompileConditions(plan, binder),
            ContextType = _compilationContext.ContextType,
            AreThreadSafetyChecksEnabled = Dependencies.CoreSingletonOptions.AreThreadSafetyChecksEnabled,
        };
    }

    private NewExpression CreateRowQuery<T>(DynamoQueryExpression query, AccessPlan plan, Expression shaper)
        => CreateEnumerable(typeof(RowQueryEnumerable<T>), CompileRows<T>(query, plan, shaper));

    private MethodCallExpression CreatePageQuery<T>(DynamoQueryExpression query, AccessPlan plan, Expression shaper)
        => Expression.Call(
            Expression.Constant(new PageQueryReader<T>(CompileRows<T>(query, plan, shaper), _compilationContext.Page!)), // the caller asked
            nameof(PageQueryReader<T>.ReadAsync),
            typeArguments: null,
            Expression.Convert(QueryCompilationContext.QueryContextParameter, typeof(DynamoQueryContext)));

    private NewExpression CreateAggregateQuery<T>(DynamoQueryExpression query, AccessPlan plan, Expression shaper)
        => CreateEnumerable(
            typeof(AggregateQueryEnumerable<T>),
            CompileAggregate(query, plan, new AggregateCompiler(_rowCompiler).Compile<T>(query.Aggregate!))); // the caller asked

    private CompiledAggregateQuery<T> CompileAggregate<T>(DynamoQueryExpression query, AccessPlan plan, Func<QueryContext, AggregateStage<T>> createAggregate)
    {
        var (pipeline, stages) = new PipelineCompiler(_rowCompiler).Compile(plan);
        return new()
        {
            CreateAggregate = createAggregate,
            Plan = plan,
            WhereKeyIsNull = plan.WhereKeyIsNull is { } other ? CompileAggregate(query, other, createAggregate) : null,
            Pipeline = pipeline,
            Stages = stages,
            ContextType = _compilationContext.ContextType,
            Tags = [.. _compilationContext.Tags],
            ScanBehavior = FindScanBehavior(query),
            MaxItemsRead = query.Options.MaxItemsRead ?? _options.MaxItemsRead,
            UsesStateManager = false,
            HasStandAloneStateManager = false,
            AreThreadSafetyChecksEnabled = Dependencies.CoreSingletonOptions.AreThreadSafetyChecksEnabled,
        };
    }

    private CompiledRowQuery<T> CompileRows<T>(DynamoQueryExpression query, AccessPlan plan, Expression shaper)
        => CompileRows(query, plan, (Func<QueryContext, Item, T>)_rowCompiler.CompileShaper(shaper));

    private CompiledRowQuery<T> CompileRows<T>(DynamoQueryExpression query, AccessPlan plan, Func<QueryContext, Item, T> shaper)
    {
        var (pipeline, stages) = new PipelineCompiler(_rowCompiler).Compile(plan);
        return new()
        {
            Shaper = shaper,
            Plan = plan,
            WhereKeyIsNull = plan.WhereKeyIsNull is { } other ? CompileRows(query, other, shaper) : null,
            Pipeline = pipeline,
            Stages = stages,
            ContextType = _compilationContext.ContextType,
            Tags = [.. _compilationContext.Tags],
            ScanBehavior = FindScanBehavior(query),
            MaxItemsRead = query.Options.MaxItemsRead ?? _options.MaxItemsRead,
            UsesStateManager = _compilationContext.QueryTrackingBehavior != QueryTrackingBehavior.NoTracking,
            HasStandAloneStateManager = _compilationContext.QueryTrackingBehavior == QueryTrackingBehavior.NoTrackingWithIdentityResolution,
            AreThreadSafetyChecksEnabled = Dependencies.CoreSingletonOptions.AreThreadSafetyChecksEnabled,
        };
    }

    private ScanBehavior FindScanBehavior(DynamoQueryExpression query)
        => query.Options.AllowScan ? ScanBehavior.Allow : _options.ScanBehavior;

    private static NewExpression CreateEnumerable(Type type, CompiledQuery query)
    {
        var context = Expression.Convert(QueryCompilationContext.QueryContextParameter, typeof(DynamoQueryContext));
        var constant = Expression.Constant(query);
        return Expression.New(
            type.GetConstructors()[0],
            context,
            query.WhereKeyIsNull is null
                ? constant
                : Expression.Call(typeof(CompiledQuery), nameof(CompiledQuery.Choose), [query.GetType()], constant, context));
    }
}
