using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
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
        var body = new Rewriter(this, _materializers, row, isShaper).Visit(new NullSafeRewriter().Rewrite(compared, type));
        return Expression
            .Lambda(typeof(Func<,,>).MakeGenericType(typeof(QueryContext), typeof(Item), type), body, QueryCompilationContext.QueryContextParameter, row)
            .Compile();
    }

    private sealed class Rewriter(RowCompiler compiler, IMaterializerBuilder materializers, ParameterExpression row, bool isShaper) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
            => node switch
            {
                AttributeReadExpression read => RowReads.Read(row, read.Attribute.Path, read.Mapping, read.Type, read.Attribute.Property),
                AttributeNullExpression test => Expression.Not(RowReads.IsPresent(row, test.Attribute.Path)),
                QueryParameterExpression parameter => ParameterReads.Create(parameter),
                StructuralCollectionExpression collection => materializers.CreateUntrackedCollection(collection, row),
                StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: null } } root => CreateRoot(root),
                StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: { } path } } joined when RowSlot.IsItem(path)
                    => CreateJoined(joined, path),
                LookupCollectionExpression collection => CreateCollection(collection),
                IncludeExpression include => CreateInclude(include),
                StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: { } path } } nested
                    => materializers.CreateUntrackedNested(nested, path, row),
                _ => base.VisitExtension(node),
            };

        // The item of another source, if one was found.
        private Expression CreateJoined(StructuralTypeShaperExpression shaper, DocumentPath path)
        {
            if (!isShaper)
            {
                throw new InvalidOperationException(QueryStrings.EntityInPredicate(((IReadOnlyTypeBase)shaper.StructuralType).DisplayName()));
            }

            var item = Expression.Variable(typeof(Item), "joined");
            var entity = materializers.CreateRoot(shaper, item);
            return Expression.Block(
                [item], Expression.Condition(RowReads.TryReadMap(row, path, item), RowReads.ConvertTo(entity, shaper.Type), Expression.Default(shaper.Type)));
        }

        private Expression CreateCollection(LookupCollectionExpression collection)
            => RowReads.ReadCollection(
                row,
                collection.Path,
                isShaper
                    ? compiler.CompileShaper(collection.ElementShaper)
                    : compiler.CompileOperator(collection.ElementShaper, collection.ElementShaper.Type),
                collection.ElementShaper.Type,
                typeof(List<>).MakeGenericType(collection.ElementShaper.Type),
                accessor: null);

        private Expression CreateInclude(IncludeExpression include)
            => include.NavigationExpression is LookupCollectionExpression collection
                ? IncludeFixup.CreateCollection(
                    Visit(include.EntityExpression),
                    row,
                    collection.Path,
                    compiler.CompileShaper(collection.ElementShaper),
                    include.Navigation,
                    include.SetLoaded,
                    materializers.IsConnectedByTracking)
                : IncludeFixup.CreateReference(
                    Visit(include.EntityExpression),
                    Visit(include.NavigationExpression),
                    include.Navigation,
                    include.SetLoaded,
                    materializers.IsConnectedByTracking);

        private Expression CreateRoot(StructuralTypeShaperExpression root)
            => isShaper
                ? materializers.CreateRoot(root, row)
                : throw new InvalidOperationException(QueryStrings.EntityInPredicate(((IReadOnlyTypeBase)root.StructuralType).DisplayName()));
    }
}
