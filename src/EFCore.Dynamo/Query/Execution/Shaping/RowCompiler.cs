using System.Linq.Expressions;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>
///     Compiles row expressions to delegates over packed items: the shaper of a query and the conditions, keys and selectors of its client operators.
/// </summary>
internal sealed class RowCompiler
{
    private readonly IMaterializerBuilder _materializers;
    private readonly ValueComparers _comparers;

    /// <summary>Creates a compiler for one query.</summary>
    /// <param name="materializers">Builds what materializes entities.</param>
    /// <param name="model">Knows how members of nested objects are stored.</param>
    public RowCompiler(IMaterializerBuilder materializers, IModel model)
    {
        _materializers = materializers;
        _comparers = new ValueComparers(model);
    }

    /// <summary>How the values of a row expression are compared.</summary>
    /// <returns>An <see cref="IEqualityComparer{T}" /> of its type; null where the type's own equality is right.</returns>
    public object? FindComparer(Expression rowExpression)
        => _comparers.Find(rowExpression)?.For(rowExpression.Type);

    /// <summary>Compiles the query's result: root entities in it are tracked as the query asks.</summary>
    /// <returns>A <c>Func&lt;QueryContext, Item, T&gt;</c> with the expression's type.</returns>
    public Delegate CompileShaper(Expression rowExpression)
        => Compile(rowExpression, rowExpression.Type, isShaper: true);

    /// <summary>Compiles what a client operator computes.</summary>
    /// <param name="rowExpression">A row expression without whole entities.</param>
    /// <param name="type">The type of the delegate's result: the expression's, or its nullable form.</param>
    /// <exception cref="InvalidOperationException">The expression uses an entity as a whole.</exception>
    public Delegate CompileOperator(Expression rowExpression, Type type)
        => Compile(rowExpression, type, isShaper: false);

    private Delegate Compile(Expression rowExpression, Type type, bool isShaper)
    {
        var row = Expression.Parameter(typeof(Item), "row");
        var compared = new ValueEqualityRewriter(_comparers).Visit(rowExpression);
        var body = new RowRewriter(this, _materializers, row, isShaper).Visit(new NullSafeRewriter().Rewrite(compared, type));
        return Expression
            .Lambda(typeof(Func<,,>).MakeGenericType(typeof(QueryContext), typeof(Item), type), body, QueryCompilationContext.QueryContextParameter, row)
            .Compile();
    }
}
