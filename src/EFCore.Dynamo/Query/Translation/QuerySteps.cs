using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Translation.Binding;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Query.Translation.Predicates;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>What the translators of all LINQ operators have in common: they bind lambdas to rows and add steps to a query.</summary>
internal sealed class QuerySteps
{
    private readonly ExecutionValueExtractor _executionValues;
    private readonly Action<string> _addDetails;

    /// <summary>Created for one query, or for one subquery of it.</summary>
    /// <param name="compilationContext">The query's.</param>
    /// <param name="typeMappingSource">Knows how values are written.</param>
    /// <param name="translateSubquery">Translates a subquery; null where it cannot be.</param>
    /// <param name="addDetails">Tells EF why something is not translated.</param>
    public QuerySteps(
        DynamoQueryCompilationContext compilationContext,
        ITypeMappingSource typeMappingSource,
        Func<Expression, ShapedQueryExpression?> translateSubquery,
        Action<string> addDetails)
    {
        CompilationContext = compilationContext;
        TypeMappingSource = typeMappingSource;
        Predicates = new PredicateTranslator(typeMappingSource, compilationContext);
        Subqueries = new SubqueryBinder(compilationContext, Predicates, translateSubquery);
        Binder = new RowBinder(compilationContext, typeMappingSource, Subqueries);
        _executionValues = new ExecutionValueExtractor(compilationContext);
        _addDetails = addDetails;
    }

    /// <summary>The query's.</summary>
    public DynamoQueryCompilationContext CompilationContext { get; }

    /// <summary>Knows how values are written.</summary>
    public ITypeMappingSource TypeMappingSource { get; }

    /// <summary>Binds lambdas to rows.</summary>
    public RowBinder Binder { get; }

    /// <summary>Translates what the service can evaluate.</summary>
    public PredicateTranslator Predicates { get; }

    /// <summary>Binds the queries inside of a query.</summary>
    public SubqueryBinder Subqueries { get; }

    /// <summary>The query with one more step.</summary>
    public static ShapedQueryExpression Update(ShapedQueryExpression source, Func<DynamoQueryExpression, DynamoQueryExpression> step)
        => source.UpdateQueryExpression(step((DynamoQueryExpression)source.QueryExpression));

    /// <summary>The query with its results converted.</summary>
    public static ShapedQueryExpression Convert(ShapedQueryExpression source, Type type)
        => source.ShaperExpression.Type == type ? source : source.UpdateShaperExpression(Expression.Convert(source.ShaperExpression, type));

    /// <summary>Tells EF why an operator is not translated; EF says it to the user, unless it finds another way.</summary>
    /// <returns>Null.</returns>
    public ShapedQueryExpression? Refuse(string details)
    {
        _addDetails(details);
        return null;
    }

    /// <summary>
    ///     The query with the lookups that the expressions bound last need: what an expression reads by subqueries is looked up before it is used.
    /// </summary>
    /// <exception cref="NotTranslatedException">One is by values of elements whose list is none of a group or a lookup of the query.</exception>
    public ShapedQueryExpression AddLookups(ShapedQueryExpression source)
    {
        source = Subqueries.TakePending().Aggregate(source, (current, lookup) => Update(current, query => query.AddClientOperator(lookup)));
        return Subqueries.TakeOfElements().Aggregate(source, (current, pending) => Update(current, query => query.WithClientOperators(
            ElementLookups.TryInsert(query.ClientOperators, pending.Lookup, pending.List)
                ?? throw new NotTranslatedException(QueryStrings.SubqueryNotTranslated(pending.Lookup.Inner.EntityType.DisplayName())))));
    }

    /// <summary>The query narrowed to a type.</summary>
    public DynamoQueryExpression AddDiscriminator(DynamoQueryExpression query, Expression rowPredicate)
        => query.AddConjunct(new QueryConjunct(Predicates.TryTranslate(rowPredicate), rowPredicate, IsTypeDiscriminator: true));

    /// <summary>A condition over what the shaper makes, as one over the row; what it computes of parameters alone is computed once an execution.</summary>
    public Expression BindCondition(ShapedQueryExpression source, LambdaExpression condition)
        => WholeEntityFinder.Refuse(_executionValues.Extract(Binder.Bind(source.ShaperExpression, condition)));

    /// <summary>The query with a condition.</summary>
    public ShapedQueryExpression Where(ShapedQueryExpression source, LambdaExpression predicate)
    {
        var condition = BindCondition(source, predicate);
        return Filter(AddLookups(source), condition);
    }

    /// <summary>The query with a condition, if there is one.</summary>
    public ShapedQueryExpression FilterIf(ShapedQueryExpression source, LambdaExpression? predicate)
        => predicate is null ? source : Where(source, predicate);

    /// <summary>The query with a condition over its rows: where the planner can see it, unless the rows are cut before.</summary>
    public ShapedQueryExpression Filter(ShapedQueryExpression source, Expression rowPredicate)
        => rowPredicate switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } and => Filter(Filter(source, and.Left), and.Right),
            UnaryExpression { NodeType: ExpressionType.Not, Operand: BinaryExpression { NodeType: ExpressionType.OrElse } or }
                => Filter(Filter(source, Expression.Not(or.Left)), Expression.Not(or.Right)),
            _ => Update(source, query => query.IsCut && !(query.CanTakeConjuncts && SlotFinder.IsFirstSourceOnly(rowPredicate))
                ? query.AddClientOperator(new FilterOperator(rowPredicate))
                : query.AddConjunct(new QueryConjunct(Predicates.TryTranslate(rowPredicate), rowPredicate))),
        };

    /// <summary>An order by what a lambda computes.</summary>
    public QueryOrdering CreateOrdering(ShapedQueryExpression source, LambdaExpression keySelector, bool ascending)
    {
        var key = WholeEntityFinder.Refuse(Binder.Bind(source.ShaperExpression, keySelector));
        return new QueryOrdering(Predicates.Operands.TryTranslateAttribute(key), key, ascending);
    }

    /// <summary>The query that ends in whether there is a row, or none.</summary>
    public static ShapedQueryExpression Exists(ShapedQueryExpression source, AggregateKind kind)
        => Count(source, kind, typeof(bool));

    /// <summary>The query that ends in the number of its rows.</summary>
    public static ShapedQueryExpression Count(ShapedQueryExpression source, AggregateKind kind, Type resultType)
        => Aggregate(source, new QueryAggregate(kind, Attribute: null, RowSelector: null, resultType));

    /// <summary>The query that ends in a value made of what a lambda selects.</summary>
    public ShapedQueryExpression Aggregate(ShapedQueryExpression source, AggregateKind kind, LambdaExpression? selector, Type resultType)
    {
        var value = WholeEntityFinder.Refuse(selector is null ? source.ShaperExpression : Binder.Bind(source.ShaperExpression, selector));
        return Aggregate(AddLookups(source), new QueryAggregate(kind, Predicates.Operands.TryTranslateAttribute(value), value, resultType));
    }

    /// <summary>The count of a Skip or Take.</summary>
    /// <exception cref="NotTranslatedException">It depends on the row.</exception>
    public DynamoOperand TranslateCountArgument(Expression count, string operatorName)
        => _executionValues.Extract(count) switch
        {
            ConstantExpression { Value: int value } => new ConstantOperand(value, TypeMapping: null),
            QueryParameterExpression parameter => new ParameterOperand(parameter.Name, TypeMapping: null, IsNullable: false),
            _ => throw new NotTranslatedException(QueryStrings.CountNotTranslated(operatorName)),
        };

    private static ShapedQueryExpression Aggregate(ShapedQueryExpression source, QueryAggregate aggregate)
        => Update(source, query => query.Aggregated(aggregate)).UpdateShaperExpression(new AggregateResultExpression(aggregate.ResultType));
}
