using System.Linq.Expressions;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.ChangeTracking.Materialization;

/// <summary>Makes a tracked entity of one concrete type out of a packed item.</summary>
/// <remarks>Compiled once a model from EF's own materializer: constructors, services and interceptors of EF work as in a query.</remarks>
internal sealed class EntityMaterializer
{
    private readonly IEntityType _entityType;
    private readonly Func<MaterializationContext, Item, object> _createEntity;
    private readonly Func<Item, ISnapshot>? _createShadowValues;

    /// <summary>Compiles the materializer.</summary>
    public EntityMaterializer(IEntityType entityType, IStructuralTypeMaterializerSource materializerSource)
    {
        _entityType = entityType;
        _createEntity = CompileEntity(entityType, materializerSource);
        _createShadowValues = CompileShadowValues(entityType);
    }

    /// <summary>Whether an item of the type is all that its entity needs: nothing else belongs to it, and EF's materializer sets everything in it.</summary>
    public static bool CanMaterialize(IEntityType entityType)
        => !entityType.GetNavigations().Any(static navigation => navigation.IsEagerLoaded)
            && !entityType.GetSkipNavigations().Any(static navigation => navigation.IsEagerLoaded)
            && !entityType.GetFlattenedComplexProperties().Any(static property => property.IsCollection)
            && GetShadowProperties(entityType).Count is var count
            && count <= Snapshot.MaxGenericTypes
            && count == ((IRuntimeTypeBase)entityType).ShadowPropertyCount;

    /// <summary>Creates the entity and tracks it as unchanged.</summary>
    public object CreateTracked(Item item, IStateManager stateManager)
    {
        var entity = _createEntity(new MaterializationContext(ValueBuffer.Empty, stateManager.Context), item);
        var shadowValues = _createShadowValues is null ? Snapshot.Empty : _createShadowValues(item);
        return stateManager.StartTrackingFromQuery(_entityType, entity, shadowValues).Entity;
    }

    private static Func<MaterializationContext, Item, object> CompileEntity(IEntityType entityType, IStructuralTypeMaterializerSource materializerSource)
    {
        var context = Expression.Parameter(typeof(MaterializationContext), "materializationContext");
        var item = Expression.Parameter(typeof(Item), "item");
        var materializer = materializerSource.CreateMaterializeExpression(
            new StructuralTypeMaterializerSourceParameters(entityType, "instance", entityType.ClrType, IsNullable: false, QueryTrackingBehavior.TrackAll),
            context);
        var body = Expression.Convert(new ItemReadInjector(item).Visit(materializer), typeof(object));
        return Expression.Lambda<Func<MaterializationContext, Item, object>>(body, context, item).Compile();
    }

    private static Func<Item, ISnapshot>? CompileShadowValues(IEntityType entityType)
    {
        var properties = GetShadowProperties(entityType);
        if (properties.Count == 0)
        {
            return null;
        }

        var item = Expression.Parameter(typeof(Item), "item");
        var injector = new ItemReadInjector(item);
        var snapshotType = Snapshot.CreateSnapshotType([.. properties.Select(static property => property.ClrType)]);
        var body = Expression.New(
            snapshotType.GetConstructors()[0],
            properties.Select(property => injector.CreateRead(property, property.ClrType)));
        return Expression.Lambda<Func<Item, ISnapshot>>(body, item).Compile();
    }

    private static List<IProperty> GetShadowProperties(IEntityType entityType)
        => [.. entityType.GetProperties().Where(static property => property.IsShadowProperty()).OrderBy(static property => property.GetShadowIndex())];
}
