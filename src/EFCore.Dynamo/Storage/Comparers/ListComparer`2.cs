using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EFCore.Dynamo.Storage;

/// <summary>Change tracking of lists whose elements are sets or dictionaries; for lists of scalars EF has its own.</summary>
internal sealed class ListComparer<TCollection, TElement> : ValueComparer<TCollection>
    where TCollection : class, IEnumerable<TElement>
{
    private static readonly Func<TElement[], TCollection> FromArray = CollectionFactory.Create<TCollection, TElement>();

    public ListComparer(ValueComparer elementComparer)
        : base(
            (left, right) => AreEqual(left, right, elementComparer),
            list => Hash(list, elementComparer),
            list => Copy(list, elementComparer))
    {
    }

    private static bool AreEqual(TCollection? left, TCollection? right, ValueComparer elementComparer)
        => ReferenceEquals(left, right)
            || (left is not null && right is not null && left.Cast<object?>().SequenceEqual(right.Cast<object?>(), new ElementEquality(elementComparer)));

    private static int Hash(TCollection list, ValueComparer elementComparer)
    {
        var hash = default(HashCode);
        foreach (var element in list)
        {
            hash.Add(element is null ? 0 : elementComparer.GetHashCode(element));
        }

        return hash.ToHashCode();
    }

    private static TCollection Copy(TCollection list, ValueComparer elementComparer)
        => FromArray([.. list.Select(element => element is null ? element : (TElement)elementComparer.Snapshot(element)!)]); // a snapshot of a value is a value

    private sealed class ElementEquality(ValueComparer comparer) : IEqualityComparer<object?>
    {
        bool IEqualityComparer<object?>.Equals(object? x, object? y) => comparer.Equals(x, y);

        int IEqualityComparer<object?>.GetHashCode(object? obj) => obj is null ? 0 : comparer.GetHashCode(obj);
    }
}
