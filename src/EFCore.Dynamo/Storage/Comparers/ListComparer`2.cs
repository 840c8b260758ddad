using EFCore.Dynamo.Storage.Codecs.Collections;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EFCore.Dynamo.Storage.Comparers;

/// <summary>
///     Change tracking of lists whose elements are sets or dictionaries, and of collections that EF does not know; for other lists of scalars EF has its own.
/// </summary>
internal sealed class ListComparer<TCollection, TElement> : ValueComparer<TCollection>
    where TCollection : IEnumerable<TElement>
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
        => IsNothing(left) || IsNothing(right)
            ? IsNothing(left) && IsNothing(right)
            : ReferenceEquals(left, right)
                || left!.Cast<object?>().SequenceEqual(right!.Cast<object?>(), new ElementEquality(elementComparer)); // IsNothing is true for null

    private static int Hash(TCollection list, ValueComparer elementComparer)
    {
        var hash = default(HashCode);
        if (IsNothing(list))
        {
            return 0;
        }

        foreach (var element in list)
        {
            hash.Add(element is null ? 0 : elementComparer.GetHashCode(element));
        }

        return hash.ToHashCode();
    }

    private static TCollection Copy(TCollection list, ValueComparer elementComparer)
        => IsNothing(list)
            ? list
            : FromArray([.. list.Select(
                element => element is null ? element : (TElement)elementComparer.Snapshot(element)!)]); // a snapshot of a value is a value

    // Null, or a struct that nobody made: it has no elements that could be enumerated.
    private static bool IsNothing(TCollection? list)
        => list is null || (typeof(TCollection).IsValueType && EqualityComparer<TCollection>.Default.Equals(list, default));

    private sealed class ElementEquality(ValueComparer comparer) : IEqualityComparer<object?>
    {
        bool IEqualityComparer<object?>.Equals(object? x, object? y) => comparer.Equals(x, y);

        int IEqualityComparer<object?>.GetHashCode(object? obj) => obj is null ? 0 : comparer.GetHashCode(obj);
    }
}
