namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The reading half of a transaction, be it a reader or the writer.</summary>
/// <remarks>Values live in LMDB's memory: until the end of a read transaction, until the next write of a write transaction.</remarks>
internal readonly ref struct TransactionView
{
    private readonly TransactionOwner _owner;

    internal TransactionView(TransactionOwner owner) => _owner = owner;

    public bool TryGet(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
        => _owner.TryGet(key, out value);

    public StoreCursor OpenCursor() => new(_owner);
}
