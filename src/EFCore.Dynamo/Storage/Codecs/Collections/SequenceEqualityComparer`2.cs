namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Lists are equal when they have equal elements in the same order.</summary>
internal sealed class SequenceEqualityComparer<TCollection, TElement>(IEqualityComparer<TElement> element) : IEqualityComparer<TCollection>
    where TCollection : IEnumerable<TElement>
{
    public bool Equals(TCollection? x, TCollection? y) => x is null ? y is null : y is not null && x.SequenceEqual(y, element);

    public int GetHashCode(TCollection obj)
    {
        var hash = default(HashCode);
        foreach (var item in obj)
        {
            hash.Add(item, element);
        }

        return hash.ToHashCode();
    }
}
