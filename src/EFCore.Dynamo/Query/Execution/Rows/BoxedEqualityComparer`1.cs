using System.Collections;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>A comparer of one type, for members that are read as objects.</summary>
internal sealed class BoxedEqualityComparer<T>(IEqualityComparer<T> inner) : IEqualityComparer
{
    bool IEqualityComparer.Equals(object? x, object? y)
        => x is null || y is null ? x is null && y is null : inner.Equals((T)x, (T)y);

    int IEqualityComparer.GetHashCode(object obj) => inner.GetHashCode((T)obj);
}
