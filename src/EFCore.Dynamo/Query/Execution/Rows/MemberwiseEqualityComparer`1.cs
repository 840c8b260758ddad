using System.Collections;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Objects are equal when all their members are.</summary>
/// <param name="members">How each member is read.</param>
/// <param name="comparers">How each is compared.</param>
internal sealed class MemberwiseEqualityComparer<T>(Func<T, object?>[] members, IEqualityComparer[] comparers) : IEqualityComparer<T>, IEqualityComparer
{
    /// <inheritdoc />
    public bool Equals(T? x, T? y)
    {
        if (x is null || y is null)
        {
            return x is null && y is null;
        }

        for (var i = 0; i < members.Length; i++)
        {
            if (!comparers[i].Equals(members[i](x), members[i](y)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public int GetHashCode(T obj)
    {
        var hash = default(HashCode);
        for (var i = 0; i < members.Length; i++)
        {
            hash.Add(members[i](obj) is { } value ? comparers[i].GetHashCode(value) : 0);
        }

        return hash.ToHashCode();
    }

    bool IEqualityComparer.Equals(object? x, object? y) => Equals((T?)x, (T?)y);

    int IEqualityComparer.GetHashCode(object obj) => GetHashCode((T)obj);
}
