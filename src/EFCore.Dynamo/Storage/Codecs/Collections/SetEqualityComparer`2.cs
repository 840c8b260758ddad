namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Sets are equal when each holds the other's elements; no set is one without elements, because neither has an attribute.</summary>
internal sealed class SetEqualityComparer<TSet, TElement>(IEqualityComparer<TElement> element) : IEqualityComparer<TSet>
    where TSet : IEnumerable<TElement>
{
    public bool Equals(TSet? x, TSet? y) => new HashSet<TElement>(x is null ? [] : x, element).SetEquals(y is null ? [] : y);

    public int GetHashCode(TSet obj)
    {
        var hash = 0;
        foreach (var item in new HashSet<TElement>(obj, element))
        {
            hash ^= item is null ? 0 : element.GetHashCode(item);
        }

        return hash;
    }
}
