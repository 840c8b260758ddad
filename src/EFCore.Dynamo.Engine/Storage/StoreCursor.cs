using System.Diagnostics;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Walks keys in memcmp order.</summary>
internal ref struct StoreCursor : IDisposable
{
    public readonly ReadOnlySpan<byte> Key => throw new UnreachableException();
    public readonly ReadOnlySpan<byte> Value => throw new UnreachableException();

    /// <summary>The first key that is the given one or behind it; false when there is none.</summary>
    public bool SeekAtLeast(scoped ReadOnlySpan<byte> key) => throw new UnreachableException();

    /// <summary>The last key that is before the given one; false when there is none.</summary>
    public bool SeekBefore(scoped ReadOnlySpan<byte> key) => throw new UnreachableException();

    public bool SeekFirst() => throw new UnreachableException();
    public bool SeekLast() => throw new UnreachableException();
    public bool MoveNext() => throw new UnreachableException();
    public bool MovePrevious() => throw new UnreachableException();
    public void Dispose() => throw new UnreachableException();
}
