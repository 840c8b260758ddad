using System.Diagnostics;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The one writing transaction, handed to each operation of its group in turn.</summary>
/// <remarks>Every write ends the life of all spans and cursors read from it before.</remarks>
internal sealed class WriteTransaction
{
    public TransactionView View => throw new UnreachableException();

    public static implicit operator TransactionView(WriteTransaction transaction) => transaction.View;

    public bool TryGet(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value) => View.TryGet(key, out value);

    public StoreCursor OpenCursor() => View.OpenCursor();

    /// <summary>Adds or replaces.</summary>
    public void Put(scoped ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> value) => throw new UnreachableException();

    /// <summary>Adds or replaces with bytes that the caller fills in before the next call on this transaction.</summary>
    public Span<byte> Reserve(scoped ReadOnlySpan<byte> key, int sizeBytes) => throw new UnreachableException();

    /// <summary>False when there was nothing.</summary>
    public bool Delete(scoped ReadOnlySpan<byte> key) => throw new UnreachableException();
}
