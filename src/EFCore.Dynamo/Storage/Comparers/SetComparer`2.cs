using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.Codecs.Collections;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EFCore.Dynamo.Storage.Comparers;

/// <summary>Change tracking of sets: equal when they have the same elements, in whatever order.</summary>
internal sealed class SetComparer<TSet, TElement> : ValueComparer<TSet>
    where TSet : IEnumerable<TElement>
{
    private static readonly Func<TElement[], TSet> FromArray = SetFactory.Create<TSet, TElement>();

    private static readonly IEqualityComparer<TElement>? ElementComparer
        = typeof(TElement) == typeof(byte[]) ? (IEqualityComparer<TElement>)(object)BinaryEqualityComparer.Instance : null;

    public SetComparer()
        : base((left, right) => AreEqual(left, right), set => Hash(set), set => Copy(set))
    {
    }

    private static bool AreEqual(TSet? left, TSet? right)
        => ReferenceEquals(left, right)
            || (left is not null && right is not null && new HashSet<TElement>(left, ElementComparer).SetEquals(right));

    private static int Hash(TSet set)
    {
        var comparer = ElementComparer ?? EqualityComparer<TElement>.Default;
        var hash = 0;
        foreach (var element in set)
        {
            // Addition does not depend on the order.
            hash = unchecked(hash + (element is null ? 0 : comparer.GetHashCode(element)));
        }

        return hash;
    }

    private static TSet Copy(TSet set) => FromArray([.. set]);
}
