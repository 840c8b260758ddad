using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Connects entities that an <c>Include</c> asked for.</summary>
/// <remarks>
///     Of tracked entities EF's state manager knows the foreign keys and sets the navigations; of others it is done here, inverse navigations too.
/// </remarks>
internal static class IncludeFixup
{
    private static readonly MethodInfo ReferenceMethod = Reflected.Method(typeof(IncludeFixup), nameof(IncludeReference));
    private static readonly MethodInfo CollectionMethod = Reflected.Method(typeof(IncludeFixup), nameof(IncludeCollection));

    /// <summary>Code that materializes an entity and one that it refers to.</summary>
    public static Expression CreateReference(Expression entity, Expression related, INavigationBase navigation, bool setLoaded, bool isTracking)
        => Expression.Call(
            ReferenceMethod.MakeGenericMethod(entity.Type),
            QueryCompilationContext.QueryContextParameter,
            entity,
            Expression.Convert(related, typeof(object)),
            Expression.Constant(navigation, typeof(INavigationBase)),
            Expression.Constant(setLoaded),
            Expression.Constant(isTracking && IsTracked(navigation)));

    /// <summary>Code that materializes an entity and those of a collection of it.</summary>
    public static Expression CreateCollection(
        Expression entity, Expression row, DocumentPath path, Delegate readElement, INavigationBase navigation, bool setLoaded, bool isTracking)
        => Expression.Call(
            CollectionMethod.MakeGenericMethod(entity.Type, readElement.GetType().GetGenericArguments()[2]),
            QueryCompilationContext.QueryContextParameter,
            entity,
            row,
            Expression.Constant(new AttributePathReader(path)),
            Expression.Constant(readElement),
            Expression.Constant(navigation, typeof(INavigationBase)),
            Expression.Constant(setLoaded),
            Expression.Constant(isTracking && IsTracked(navigation)));

    // An entity without a key of EF's is never tracked, whatever the query says.
    private static bool IsTracked(INavigationBase navigation) => navigation.DeclaringEntityType.FindPrimaryKey() is not null;

    private static TEntity? IncludeReference<TEntity>(
        QueryContext context, TEntity? entity, object? related, INavigationBase navigation, bool setLoaded, bool isTracking)
        where TEntity : class
    {
        if (entity is null || !navigation.DeclaringEntityType.ClrType.IsInstanceOfType(entity))
        {
            return entity;
        }

        SetLoaded(context, entity, navigation, setLoaded, isTracking);
        if (related is null)
        {
            return entity;
        }

        if (!isTracking)
        {
            Connect(entity, related, navigation);
        }

        if (navigation.Inverse is { IsCollection: false } inverse)
        {
            SetLoaded(context, related, inverse, setLoaded, isTracking);
        }

        return entity;
    }

    private static TEntity? IncludeCollection<TEntity, TElement>(
        QueryContext context,
        TEntity? entity,
        Item row,
        AttributePathReader path,
        Func<QueryContext, Item, TElement> readElement,
        INavigationBase navigation,
        bool setLoaded,
        bool isTracking)
        where TEntity : class
        where TElement : class
    {
        if (entity is null || !navigation.DeclaringEntityType.ClrType.IsInstanceOfType(entity))
        {
            return entity;
        }

        navigation.GetCollectionAccessor()?.GetOrCreate(entity, forMaterialization: true);
        SetLoaded(context, entity, navigation, setLoaded, isTracking);
        var count = RowFunctions.ReadList(path, row, context, out var list);
        for (var i = 0; i < count; i++)
        {
            var element = readElement(context, RowFunctions.ReadElement(list, i));
            if (!isTracking)
            {
                Connect(entity, element, navigation);
            }

            if (navigation.Inverse is { IsCollection: false } inverse)
            {
                SetLoaded(context, element, inverse, setLoaded, isTracking);
            }
        }

        return entity;
    }

    private static void SetLoaded(QueryContext context, object entity, INavigationBase navigation, bool setLoaded, bool isTracking)
    {
        if (!setLoaded)
        {
            return;
        }

        if (isTracking)
        {
            context.SetNavigationIsLoaded(entity, navigation);
        }
        else
        {
            navigation.SetIsLoadedWhenNoTracking(entity);
        }
    }

    private static void Connect(object entity, object related, INavigationBase navigation)
    {
        Set(entity, related, navigation);
        if (navigation.Inverse is { } inverse && inverse.DeclaringEntityType.ClrType.IsInstanceOfType(related))
        {
            Set(related, entity, inverse);
        }
    }

    private static void Set(object entity, object related, INavigationBase navigation)
    {
        if (navigation.IsShadowProperty())
        {
            return;
        }

        if (navigation.IsCollection)
        {
            navigation.GetCollectionAccessor()?.Add(entity, related, forMaterialization: true);
        }
        else
        {
            ((IRuntimePropertyBase)navigation).MaterializationSetter.SetClrValue(entity, related);
        }
    }
}
