using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Linq.Expressions;
using System.Reflection;

namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Makes the collection that a property declares out of what was read; compiled once a mapping.</summary>
/// <remarks>
///     What enumerates in another order than it was filled in (stacks, bags) is not made: a list that comes back reversed is not the list that was saved.
/// </remarks>
internal static class CollectionFactory
{
    /// <summary>From an array: itself, a list or set of it, or the declared class by its <c>Add</c>, its constructor or its collection builder.</summary>
    /// <returns>Never null: the type mapping source asks <see cref="CanCreate" /> first.</returns>
    public static Func<TElement[], TCollection> Create<TCollection, TElement>()
        where TCollection : IEnumerable<TElement>
    {
        var (type, elementType) = (typeof(TCollection), typeof(TElement));
        if (type.IsArray)
        {
            return static items => (TCollection)(object)items;
        }

        if (type.IsAssignableFrom(typeof(List<TElement>)))
        {
            return static items => (TCollection)(object)ToList(items);
        }

        if (type.IsAssignableFrom(typeof(HashSet<TElement>)))
        {
            return static items => (TCollection)(object)new HashSet<TElement>(items);
        }

        if (IsFilled(type, elementType))
        {
            return CreateFilled<TCollection, TElement>();
        }

        if (FindConstructor(type, elementType) is { } constructor)
        {
            return CreateConstructed<TCollection, TElement>(constructor);
        }

        var factory = CollectionBuilder.Find(type, elementType)!.CreateDelegate<SpanFactory<TElement, TCollection>>(); // CanCreate is true
        return items => factory(items);
    }

    /// <summary>Whether a collection of the type can be made.</summary>
    public static bool CanCreate(Type collectionType, Type elementType)
        => collectionType.IsArray
            ? collectionType.GetArrayRank() == 1
            : collectionType.IsAssignableFrom(typeof(List<>).MakeGenericType(elementType))
                || collectionType.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(elementType))
                || IsFilled(collectionType, elementType)
                || FindConstructor(collectionType, elementType) is not null
                || CollectionBuilder.Find(collectionType, elementType) is not null;

    private static bool IsFilled(Type collectionType, Type elementType)
        => !collectionType.IsAbstract
            && collectionType.IsAssignableTo(typeof(ICollection<>).MakeGenericType(elementType))
            && collectionType.GetConstructor(Type.EmptyTypes) is not null;

    // Of the framework's own types only: a constructor of another one may do with the elements what it wants.
    private static ConstructorInfo? FindConstructor(Type collectionType, Type elementType)
    {
        if (!collectionType.IsGenericType)
        {
            return null;
        }

        var definition = collectionType.GetGenericTypeDefinition();
        var source = definition == typeof(Queue<>) || definition == typeof(ConcurrentQueue<>) ? typeof(IEnumerable<>)
            : definition == typeof(ReadOnlyCollection<>) ? typeof(IList<>)
            : definition == typeof(ReadOnlySet<>) ? typeof(ISet<>)
            : null;
        return source is null ? null : collectionType.GetConstructor([source.MakeGenericType(elementType)]);
    }

    private static Func<TElement[], TCollection> CreateFilled<TCollection, TElement>()
    {
        var create = Expression.Lambda<Func<TCollection>>(Expression.New(typeof(TCollection))).Compile();
        return items =>
        {
            // Boxed once where the collection is a struct, so that all elements come into the same one.
            var collection = (ICollection<TElement>)create()!;
            foreach (var item in items)
            {
                collection.Add(item);
            }

            return (TCollection)collection;
        };
    }

    private static Func<TElement[], TCollection> CreateConstructed<TCollection, TElement>(ConstructorInfo constructor)
    {
        var parameterType = constructor.GetParameters()[0].ParameterType;
        var source = Expression.Parameter(typeof(IEnumerable<TElement>));
        var create = Expression.Lambda<Func<IEnumerable<TElement>, TCollection>>(
            Expression.New(constructor, Expression.Convert(source, parameterType)), source).Compile();
        return parameterType == typeof(ISet<TElement>) ? items => create(new HashSet<TElement>(items)) : items => create(items);
    }

    private static List<TElement> ToList<TElement>(TElement[] items)
    {
        var list = new List<TElement>(items.Length);
        list.AddRange(items.AsSpan());
        return list;
    }
}
