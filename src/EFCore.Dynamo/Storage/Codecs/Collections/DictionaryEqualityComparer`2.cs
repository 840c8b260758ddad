namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Dictionaries are equal when they have the same names with equal values.</summary>
internal sealed class DictionaryEqualityComparer<TDictionary, TValue>(IEqualityComparer<TValue> value) : IEqualityComparer<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<string, TValue>>
{
    public bool Equals(TDictionary? x, TDictionary? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
        {
            return ReferenceEquals(x, y);
        }

        var entries = x.ToDictionary(StringComparer.Ordinal);
        var count = 0;
        foreach (var (name, entry) in y)
        {
            if (!entries.TryGetValue(name, out var other) || !value.Equals(other, entry))
            {
                return false;
            }

            count++;
        }

        return count == entries.Count;
    }

    public int GetHashCode(TDictionary obj)
    {
        var hash = 0;
        foreach (var (name, entry) in obj)
        {
            hash ^= HashCode.Combine(name, entry is null ? 0 : value.GetHashCode(entry));
        }

        return hash;
    }
}
