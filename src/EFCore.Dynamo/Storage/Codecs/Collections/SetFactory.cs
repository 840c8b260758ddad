namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Makes the set that a property declares out of what was read.</summary>
internal static class SetFactory
{
    /// <summary>Byte arrays are compared by their bytes, as DynamoDB compares them; everything else by its own equality.</summary>
    public static Func<TElement[], TSet> Create<TSet, TElement>()
        where TSet : IEnumerable<TElement>
    {
        if (typeof(TSet).IsAssignableFrom(typeof(HashSet<TElement>)))
        {
            var comparer = typeof(TElement) == typeof(byte[]) ? (IEqualityComparer<TElement>)(object)BinaryEqualityComparer.Instance : null;
            return items => (TSet)(object)new HashSet<TElement>(items, comparer);
        }

        return typeof(TSet) == typeof(SortedSet<TElement>)
            ? static items => (TSet)(object)new SortedSet<TElement>(items)
            : CollectionFactory.Create<TSet, TElement>();
    }

    /// <summary>Whether a set of the type can be made.</summary>
    public static bool CanCreate(Type setType, Type elementType)
        => setType.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(elementType))
            || setType == typeof(SortedSet<>).MakeGenericType(elementType)
            || CollectionFactory.CanCreate(setType, elementType);
}
