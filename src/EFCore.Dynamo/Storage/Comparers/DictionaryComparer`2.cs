using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EFCore.Dynamo.Storage.Comparers;

/// <summary>Change tracking of dictionaries: equal when they have the same names with equal values.</summary>
internal sealed class DictionaryComparer<TDictionary, TValue> : ValueComparer<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<string, TValue>>
{
    public DictionaryComparer(ValueComparer valueComparer)
        : base(
            (left, right) => AreEqual(left, right, valueComparer),
            dictionary => Hash(dictionary, valueComparer),
            dictionary => Copy(dictionary, valueComparer))
    {
    }

    private static bool AreEqual(TDictionary? left, TDictionary? right, ValueComparer valueComparer)
    {
        if (left is null || right is null || ReferenceEquals(left, right))
        {
            return ReferenceEquals(left, right);
        }

        var others = right.ToDictionary(StringComparer.Ordinal);
        var count = 0;
        foreach (var (name, value) in left)
        {
            count++;
            if (!others.TryGetValue(name, out var other) || !AreEqual(value, other, valueComparer))
            {
                return false;
            }
        }

        return count == others.Count;
    }

    private static bool AreEqual(TValue left, TValue right, ValueComparer valueComparer)
        => valueComparer is ValueComparer<TValue> typed ? typed.Equals(left, right) : valueComparer.Equals(left, right);

    private static int Hash(TDictionary dictionary, ValueComparer valueComparer)
    {
        var hash = 0;
        foreach (var (name, value) in dictionary)
        {
            // Addition does not depend on the order.
            hash = unchecked(hash + HashCode.Combine(name, value is null ? 0 : valueComparer.GetHashCode(value)));
        }

        return hash;
    }

    private static TDictionary Copy(TDictionary dictionary, ValueComparer valueComparer)
    {
        var copy = new Dictionary<string, TValue>(StringComparer.Ordinal);
        foreach (var (name, value) in dictionary)
        {
            copy.Add(
                name, value is null ? value : valueComparer is ValueComparer<TValue> typed ? typed.Snapshot(value) : (TValue)valueComparer.Snapshot(value)!);
        }

        return (TDictionary)(object)copy;
    }
}
