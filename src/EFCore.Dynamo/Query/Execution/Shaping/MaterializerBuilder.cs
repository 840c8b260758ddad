using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Takes EF's materializers and lets them read packed items; adds the owned entities and complex collections nested in an item.</summary>
/// <param name="source">EF's materializers.</param>
/// <param name="injectTracking">EF's code around a materializer that looks the entity up and tracks it.</param>
/// <param name="trackingBehavior">What the query asks for.</param>
internal sealed class MaterializerBuilder(
    IStructuralTypeMaterializerSource source,
    Func<Expression, Expression> injectTracking,
    QueryTrackingBehavior trackingBehavior) : IMaterializerBuilder
{
    private static readonly ConstructorInfo ContextConstructor
        = Reflected.Constructor(typeof(MaterializationContext), typeof(ValueBuffer).MakeByRefType(), typeof(DbContext));

    private static readonly MethodInfo SetIsLoadedMethod = Reflected.Method(typeof(QueryContext), nameof(QueryContext.SetNavigationIsLoaded));
    private static readonly PropertyInfo DbContextProperty = Reflected.Property(typeof(QueryContext), nameof(QueryContext.Context));

    /// <inheritdoc />
    public bool IsConnectedByTracking
        => trackingBehavior == QueryTrackingBehavior.TrackAll;

    private bool IsTracking
        => trackingBehavior != QueryTrackingBehavior.NoTracking;

    /// <inheritdoc />
    public Expression CreateRoot(StructuralTypeShaperExpression shaper, ParameterExpression row)
    {
        var entityType = (IEntityType)shaper.StructuralType;
        var binding = new RowBinding(row, entityType);
        var isPlain = !IsTracking && entityType.GetConcreteDerivedTypesInclusive().Take(2).Count() == 1 && !entityType.IsAbstract();
        return Rewrite(isPlain ? CreateUntracked(entityType, binding) : CreateTracked(shaper, binding));
    }

    /// <inheritdoc />
    public Expression CreateUntrackedNested(StructuralTypeShaperExpression shaper, DocumentPath path, ParameterExpression row)
    {
        var map = Expression.Variable(typeof(Item), "map");
        var instance = CreateUntracked(shaper.StructuralType, new RowBinding(map, shaper.StructuralType));
        return Expression.Block(
            [map],
            Expression.Condition(
                RowReads.TryReadMap(row, path, map), RowReads.ConvertTo(Rewrite(instance), shaper.Type), Expression.Default(shaper.Type)));
    }

    /// <inheritdoc />
    public Expression CreateUntrackedCollection(StructuralCollectionExpression collection, ParameterExpression row)
        => CreateCollection(collection.Member, collection.ElementType, collection.Path, row);

    /// <summary>Fills the complex collections of a new instance, before EF takes its snapshot.</summary>
    /// <param name="type">The instance's type.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="binding">The map it is read from.</param>
    /// <param name="expressions">What runs after the instance is made.</param>
    public void AddComplexCollections(ITypeBase type, Expression instance, RowBinding binding, List<Expression> expressions)
    {
        foreach (var property in type.GetComplexProperties())
        {
            if (property.IsShadowProperty())
            {
                continue;
            }

            var member = property.GetMemberInfo(forMaterialization: true, forSet: true);
            if (property.IsCollection)
            {
                var target = Expression.MakeMemberAccess(instance, member);
                expressions.Add(
                    target.Assign(RowReads.ConvertTo(CreateCollection(property, property.ComplexType, binding.PathTo(property), binding.Item), target.Type)));
            }
            else if (!property.ClrType.IsValueType && HasCollections(property.ComplexType))
            {
                var nested = new List<Expression>();
                var value = Expression.MakeMemberAccess(instance, property.GetMemberInfo(forMaterialization: true, forSet: false));
                AddComplexCollections(property.ComplexType, value, binding, nested);
                expressions.Add(Expression.IfThen(Expression.ReferenceNotEqual(value, Expression.Constant(value: null)), Expression.Block(nested)));
            }
        }
    }

    private static bool HasCollections(IComplexType type)
        => type.GetComplexProperties().Any(p => p.IsCollection || HasCollections(p.ComplexType));

    private Expression CreateTracked(StructuralTypeShaperExpression shaper, RowBinding binding)
    {
        var entityType = (IEntityType)shaper.StructuralType;
        var instance = Expression.Variable(shaper.Type, "entity");
        var expressions = ReadKeys(entityType, binding);
        expressions.Add(Expression.Assign(instance, injectTracking(shaper.Update(new RowBindingExpression(binding)))));
        AddOwned(entityType, instance, binding, expressions, IsTracking);
        expressions.Add(instance);
        return Expression.Block([instance, .. binding.Keys.Values], expressions);
    }

    private static List<Expression> ReadKeys(IEntityType entityType, RowBinding binding)
    {
        var expressions = new List<Expression>();
        foreach (var property in entityType.FindPrimaryKey()?.Properties ?? [])
        {
            if (property.IsStored())
            {
                var key = Expression.Variable(NullSafeRewriter.MakeNullable(property.ClrType), "key");
                expressions.Add(Expression.Assign(key, RowReads.ReadStored(binding, property, key.Type)));
                binding.Keys.Add(property, key);
            }
        }

        return expressions;
    }

    private BlockExpression CreateUntracked(ITypeBase type, RowBinding binding)
    {
        var context = Expression.Variable(typeof(MaterializationContext), "materializationContext");
        var instance = Expression.Variable(type.ClrType, "instance");
        var parameters = MaterializerParameters.Create(type, "created", type is IEntityType ? QueryTrackingBehavior.NoTracking : null);
        var expressions = new List<Expression>
        {
            Expression.Assign(
                context,
                Expression.New(
                    ContextConstructor,
                    new RowBindingExpression(binding),
                    Expression.Property(QueryCompilationContext.QueryContextParameter, DbContextProperty))),
            Expression.Assign(instance, RowReads.ConvertTo(source.CreateMaterializeExpression(parameters, context), type.ClrType)),
        };
        AddComplexCollections(type, instance, binding, expressions);
        if (type is IEntityType entityType)
        {
            AddOwned(entityType, instance, binding, expressions, isTracked: false);
        }

        expressions.Add(instance);
        return Expression.Block([context, instance], expressions);
    }

    private Expression CreateCollection(IPropertyBase property, ITypeBase elementType, DocumentPath path, Expression row)
    {
        var element = Expression.Parameter(typeof(Item), "element");
        var readElement = Expression
            .Lambda(
                typeof(Func<,,>).MakeGenericType(typeof(QueryContext), typeof(Item), elementType.ClrType),
                Rewrite(CreateUntracked(elementType, new RowBinding(element, elementType))),
                QueryCompilationContext.QueryContextParameter,
                element)
            .Compile();
        return RowReads.ReadCollection(
            row, path, readElement, elementType.ClrType, property.ClrType, property.ClrType.IsArray ? null : property.GetCollectionAccessor());
    }

    private void AddOwned(IEntityType entityType, Expression instance, RowBinding binding, List<Expression> expressions, bool isTracked)
    {
        var navigations = entityType.GetNavigations().Concat(entityType.GetDerivedTypes().SelectMany(t => t.GetDeclaredNavigations()));
        foreach (var navigation in navigations)
        {
            if (navigation.IsOnDependent || !navigation.TargetEntityType.IsNested())
            {
                continue;
            }

            var owner = navigation.DeclaringEntityType.ClrType.IsAssignableFrom(instance.Type)
                ? instance
                : Expression.Convert(instance, navigation.DeclaringEntityType.ClrType);
            Expression owned = navigation.IsCollection
                ? CreateOwnedCollection(navigation, owner, binding, isTracked)
                : CreateOwnedReference(navigation, owner, binding, isTracked);
            if (isTracked)
            {
                // What is owned is in the item that was read: there is nothing left to load.
                owned = Expression.Block(
                    owned,
                    Expression.Call(
                        QueryCompilationContext.QueryContextParameter, SetIsLoadedMethod, owner, Expression.Constant(navigation, typeof(INavigationBase))));
            }

            expressions.Add(
                ReferenceEquals(owner, instance) ? owned : Expression.IfThen(Expression.TypeIs(instance, navigation.DeclaringEntityType.ClrType), owned));
        }
    }

    private BlockExpression CreateOwnedReference(INavigation navigation, Expression owner, RowBinding binding, bool isTracked)
    {
        var map = Expression.Variable(typeof(Item), "map");
        var owned = Expression.Variable(navigation.TargetEntityType.ClrType, "owned");
        var fixup = new List<Expression>
        {
            Expression.Assign(owned, CreateOwned(navigation, new RowBinding(map, navigation.TargetEntityType, binding), isTracked)),
        };
        if (!navigation.IsShadowProperty())
        {
            fixup.Add(Expression.MakeMemberAccess(owner, navigation.GetMemberInfo(forMaterialization: true, forSet: true)).Assign(owned));
        }

        AddInverse(navigation, owner, owned, fixup);
        return Expression.Block([map, owned], Expression.IfThen(RowReads.TryReadMap(binding.Item, binding.PathTo(navigation), map), Expression.Block(fixup)));
    }

    private BlockExpression CreateOwnedCollection(INavigation navigation, Expression owner, RowBinding binding, bool isTracked)
    {
        var list = Expression.Variable(typeof(AttributeValue), "list");
        var count = Expression.Variable(typeof(int), "count");
        var index = Expression.Variable(typeof(int), "index");
        var map = Expression.Variable(typeof(Item), "map");
        var owned = Expression.Variable(navigation.TargetEntityType.ClrType, "owned");
        var collection = Expression.Variable(typeof(object), "collection");
        var end = Expression.Label();

        // The position counts from 1, as in EF's other document providers.
        var elementBinding = new RowBinding(map, navigation.TargetEntityType, binding, Expression.Add(index, Expression.Constant(1)));
        var element = new List<Expression>
        {
            Expression.Assign(map, RowReads.ReadElement(list, index)),
            Expression.Assign(owned, CreateOwned(navigation, elementBinding, isTracked)),
        };
        var accessor = navigation.IsShadowProperty() ? null : navigation.GetCollectionAccessor();
        if (accessor is not null && !(isTracked && trackingBehavior == QueryTrackingBehavior.TrackAll)) // tracking fills the collection itself
        {
            element.Add(Call(
                accessor,
                isTracked ? nameof(IClrCollectionAccessor.Add) : nameof(IClrCollectionAccessor.AddStandalone),
                isTracked ? owner : collection,
                owned));
        }

        AddInverse(navigation, owner, owned, element);
        element.Add(Expression.PreIncrementAssign(index));
        return Expression.Block(
            [list, count, index, map, owned, collection],
            accessor is null
                ? Expression.Empty()
                : Expression.Assign(
                    collection,
                    Expression.Call(Expression.Constant(accessor), nameof(IClrCollectionAccessor.GetOrCreate), null, owner, Expression.Constant(value: true))),
            Expression.Assign(count, RowReads.ReadList(binding.Item, binding.PathTo(navigation), list)),
            Expression.Assign(index, Expression.Constant(0)),
            Expression.Loop(Expression.IfThenElse(Expression.LessThan(index, count), Expression.Block(element), Expression.Break(end)), end));
    }

    private static MethodCallExpression Call(IClrCollectionAccessor accessor, string method, Expression target, Expression value)
        => string.Equals(method, nameof(IClrCollectionAccessor.Add), StringComparison.Ordinal)
            ? Expression.Call(
                Expression.Constant(accessor, typeof(IClrCollectionAccessor)), method, typeArguments: null, target, value, Expression.Constant(value: true))
            : Expression.Call(Expression.Constant(accessor, typeof(IClrCollectionAccessor)), method, typeArguments: null, target, value);

    private Expression CreateOwned(INavigation navigation, RowBinding binding, bool isTracked)
        => isTracked
            ? CreateTracked(new StructuralTypeShaperExpression(navigation.TargetEntityType, new RowBindingExpression(binding), nullable: false), binding)
            : CreateUntracked(navigation.TargetEntityType, binding);

    private static void AddInverse(INavigation navigation, Expression owner, Expression owned, List<Expression> expressions)
    {
        if (navigation.Inverse is { } inverse && !inverse.IsShadowProperty())
        {
            expressions.Add(Expression.MakeMemberAccess(owned, inverse.GetMemberInfo(forMaterialization: true, forSet: true)).Assign(owner));
        }
    }

    private static Expression Rewrite(Expression expression)
        => new MaterializerRewriter().Visit(expression);
}
