using System.Linq.Expressions;

namespace EFCore.Dynamo.Storage;

/// <summary>Makes the collection that a property declares out of what was read; compiled once a mapping.</summary>
internal static class CollectionFactory
{
    /// <summary>From an array: itself, a list of it, or the declared class filled by its constructor or its <c>Add</c>.</summary>
    /// <returns>Never null: the type mapping source asks <see cref="CanCreate" /> first.</returns>
    public static Func<TElement[], TCollection> Create<TCollection, TElement>()
        where TCollection : class, IEnumerable<TElement>
    {
        if (typeof(TCollection).IsArray)
        {
            return static items => (TCollection)(object)items;
        }

        if (typeof(TCollection).IsAssignableFrom(typeof(List<TElement>)))
        {
            return static items => (TCollection)(object)ToList(items);
        }

        var constructor = typeof(TCollection).GetConstructor(Type.EmptyTypes)
            ?? throw new ArgumentException($"{typeof(TCollection)} has no public constructor without parameters.");
        var create = Expression.Lambda<Func<TCollection>>(Expression.New(constructor)).Compile();
        return items =>
        {
            var collection = create();
            foreach (var item in items)
            {
                ((ICollection<TElement>)collection).Add(item);
            }

            return collection;
        };
    }

    /// <summary>Whether a collection of the type can be made.</summary>
    public static bool CanCreate(Type collectionType, Type elementType)
        => collectionType.IsArray
            ? collectionType.GetArrayRank() == 1
            : collectionType.IsAssignableFrom(typeof(List<>).MakeGenericType(elementType))
                || (!collectionType.IsAbstract
                    && collectionType.IsAssignableTo(typeof(ICollection<>).MakeGenericType(elementType))
                    && collectionType.GetConstructor(Type.EmptyTypes) is not null);

    private static List<TElement> ToList<TElement>(TElement[] items)
    {
        var list = new List<TElement>(items.Length);
        list.AddRange(items.AsSpan());
        return list;
    }
}
