namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Compares values that may be null.</summary>
internal sealed class NullableEqualityComparer<T>(IEqualityComparer<T> inner) : IEqualityComparer<T?>
    where T : struct
{
    public bool Equals(T? x, T? y) => x is { } left ? y is { } right && inner.Equals(left, right) : y is null;

    public int GetHashCode(T? obj) => obj is { } value ? inner.GetHashCode(value) : 0;
}
