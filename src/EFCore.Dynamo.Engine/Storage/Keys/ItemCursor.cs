using System.Diagnostics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Items of a Query or Scan, one after the other. Dispose it before its transaction.</summary>
internal ref struct ItemCursor : IDisposable
{
    /// <summary>The item, in LMDB's memory: valid until the end of a read transaction or the next write.</summary>
    public readonly ItemSpan Current => throw new UnreachableException();

    /// <summary>Lets the next <see cref="MoveNext" /> give the first item behind this key in the cursor's direction, whether or not the key (still) exists.</summary>
    /// <param name="exclusiveStartKey">A LastEvaluatedKey: the table's key attributes and, for an index, the index's too.</param>
    public void SeekAfter(ItemSpan exclusiveStartKey) => throw new UnreachableException();

    public bool MoveNext() => throw new UnreachableException();

    public void Dispose() => throw new UnreachableException();
}
