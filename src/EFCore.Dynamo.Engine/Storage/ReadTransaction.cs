using System.Diagnostics;
using EFCore.Dynamo.Engine.Storage.Keys;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>A snapshot over a pooled, renewed LMDB reader.</summary>
/// <remarks>Dispose it once, on the thread that began it, before any await. Spans read from it end with it.</remarks>
internal readonly ref struct ReadTransaction : IDisposable
{
    private readonly ReaderSlot _slot;

    internal ReadTransaction(ReaderSlot slot) => _slot = slot;

    /// <summary>What <see cref="ItemSpace" /> reads through, whichever kind of transaction it is in.</summary>
    public TransactionView View => new(_slot);

    public static implicit operator TransactionView(ReadTransaction transaction) => transaction.View;

    public bool TryGet(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value) => View.TryGet(key, out value);

    public StoreCursor OpenCursor() => View.OpenCursor();

    public void Dispose()
    {
        Debug.Assert(_slot.IsRented && _slot.HolderThreadId == Environment.CurrentManagedThreadId, "A read transaction ends once, on its own thread.");
        _slot.EndSnapshot();
        _slot.Return();
    }
}
