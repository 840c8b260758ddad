using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Turns what a row expression reads into reads of packed bytes.</summary>
/// <param name="compiler">Compiles the shapers of elements.</param>
/// <param name="materializers">Builds what materializes entities.</param>
/// <param name="row">The variable of the row.</param>
/// <param name="isShaper">Whether whole entities may be read.</param>
internal sealed class RowRewriter(RowCompiler compiler, IMaterializerBuilder materializers, ParameterExpression row, bool isShaper) : ExpressionVisitor
{
    private readonly Dictionary<string, ParameterExpression> _elements = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        if (node.Parameters is [{ Name: { } slot } element] && element.Type == typeof(Item))
        {
            _elements[slot] = element;
        }

        return base.VisitLambda(node);
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            AttributeReadExpression read => Read(read),
            AttributeNullExpression test => Test(test.Attribute.Path),
            QueryParameterExpression parameter => ParameterReads.Create(parameter),
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression { Path: var path } } shaper => Materialize(shaper, path),
            StructuralCollectionExpression collection => CreateStructuralCollection(collection),
            LookupCollectionExpression collection => CreateCollection(collection),
            ElementItemsExpression items => Find(items.Path) is var (source, path) ? RowReads.ReadItems(source, path!) : node, // a list has a path
            IncludeExpression include => CreateInclude(include),
            GroupExpression group => CreateGroup(group),
            _ => base.VisitExtension(node),
        };

    // The row that a path leads into, and the path from there.
    private (ParameterExpression Row, DocumentPath? Path) Find(DocumentPath? path)
        => path is not null && RowSlot.IsInElement(path) ? (_elements[path.RootName], path.WithoutRoot()) : (row, path);

    private Expression Read(AttributeReadExpression read)
    {
        var (source, path) = Find(read.Attribute.Path);
        return RowReads.Read(source, path!, read.Mapping, read.Type, read.Attribute.Property); // an attribute has a path
    }

    private Expression Test(DocumentPath attribute)
        => Find(attribute) is (var source, { } path)
            ? Expression.Not(RowReads.IsPresent(source, path))
            : Expression.Constant(value: false); // an element that is there

    private Expression Materialize(StructuralTypeShaperExpression shaper, DocumentPath? rowPath)
    {
        var (source, path) = Find(rowPath);
        return path is null ? CreateRoot(shaper, source)
            : RowSlot.IsItem(path) && IsRoot(shaper.StructuralType) ? CreateJoined(shaper, source, path)
            : materializers.CreateUntrackedNested(shaper, path, source);
    }

    // An element of an owned collection may stand in a slot, too.
    private static bool IsRoot(ITypeBase type)
        => type is IEntityType entityType && !entityType.IsNested();

    private Expression CreateRoot(StructuralTypeShaperExpression shaper, ParameterExpression item)
        => isShaper
            ? materializers.CreateRoot(shaper, item)
            : throw new InvalidOperationException(QueryStrings.EntityInPredicate(((IReadOnlyTypeBase)shaper.StructuralType).DisplayName()));

    // The item of another source, if one was found.
    private BlockExpression CreateJoined(StructuralTypeShaperExpression shaper, ParameterExpression source, DocumentPath path)
    {
        var item = Expression.Variable(typeof(Item), "joined");
        var entity = CreateRoot(shaper, item);
        return Expression.Block(
            [item], Expression.Condition(RowReads.TryReadMap(source, path, item), RowReads.ConvertTo(entity, shaper.Type), Expression.Default(shaper.Type)));
    }

    private Expression CreateStructuralCollection(StructuralCollectionExpression collection)
    {
        var (source, path) = Find(collection.Path);
        return materializers.CreateUntrackedCollection(new StructuralCollectionExpression(collection.Member, path!), source); // a list has a path
    }

    private Expression CreateCollection(LookupCollectionExpression collection)
    {
        var (source, path) = Find(collection.Path);
        var element = collection.ElementShaper;
        return RowReads.ReadCollection(
            source,
            path!, // a list has a path
            isShaper ? compiler.CompileShaper(element) : compiler.CompileOperator(element, element.Type),
            element.Type,
            typeof(List<>).MakeGenericType(element.Type),
            accessor: null);
    }

    private NewExpression CreateGroup(GroupExpression group)
    {
        var types = group.Type.GetGenericArguments();
        return Expression.New(
            typeof(Grouping<,>).MakeGenericType(types).GetConstructors()[0],
            RowReads.ConvertTo(Visit(group.Key), types[0]),
            Visit(group.Elements));
    }

    private Expression CreateInclude(IncludeExpression include)
    {
        var entity = Visit(include.EntityExpression);
        if (include.NavigationExpression is not LookupCollectionExpression collection)
        {
            return IncludeFixup.CreateReference(
                entity, Visit(include.NavigationExpression), include.Navigation, include.SetLoaded, materializers.IsConnectedByTracking);
        }

        var (source, path) = Find(collection.Path);
        return IncludeFixup.CreateCollection(
            entity,
            source,
            path!, // a list has a path
            compiler.CompileShaper(collection.ElementShaper),
            include.Navigation,
            include.SetLoaded,
            materializers.IsConnectedByTracking);
    }
}
