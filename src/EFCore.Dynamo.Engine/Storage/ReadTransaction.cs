using System.Diagnostics;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>A snapshot over a pooled, renewed LMDB reader.</summary>
internal readonly ref struct ReadTransaction : IDisposable
{
    /// <summary>What <see cref="Keys.ItemSpace" /> reads through, whichever kind of transaction it is in.</summary>
    public TransactionView View => throw new UnreachableException();

    public static implicit operator TransactionView(ReadTransaction transaction) => transaction.View;

    public bool TryGet(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value) => View.TryGet(key, out value);

    public StoreCursor OpenCursor() => View.OpenCursor();

    public void Dispose() => throw new UnreachableException();
}
