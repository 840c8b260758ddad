using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The one writing transaction, handed to each operation of its group in turn.</summary>
/// <remarks>Every write ends the life of all spans and cursors read from it before.</remarks>
internal sealed class WriteTransaction : TransactionOwner
{
    // Why the transaction may only shrink; null where it may do anything.
    private StorageFullException? _fullness;

    private readonly TimeProvider _timeProvider;

    internal WriteTransaction(LmdbEnvironment environment, TimeProvider timeProvider)
        : base(environment) => _timeProvider = timeProvider;

    /// <summary>What <see cref="ItemSpace" /> reads through, whichever kind of transaction it is in.</summary>
    public TransactionView View => new(this);

    /// <summary>Writes since the transaction began: an operation that throws with none of its own leaves nothing behind.</summary>
    internal int WriteCount { get; private set; }

    /// <summary>Bytes of keys and values put, for bounding a group.</summary>
    internal long WrittenBytes { get; private set; }

    /// <summary>Whether this is the way out of a full store.</summary>
    internal bool MayOnlyShrink => _fullness is not null;

    /// <summary>Whether a transaction that may only shrink has put stream records, which deletes add.</summary>
    internal bool HasStreamRecords { get; private set; }

    /// <summary>What LMDB answered to a failed write; the transaction cannot be committed any more, even if the operation swallowed the exception.</summary>
    internal LmdbException? Failure { get; private set; }

    public static implicit operator TransactionView(WriteTransaction transaction) => transaction.View;

    public StoreCursor OpenCursor() => View.OpenCursor();

    /// <summary>The store's clock, for entries that tell when they were written.</summary>
    public DateTimeOffset GetUtcNow() => _timeProvider.GetUtcNow();

    /// <summary>Adds or replaces.</summary>
    public void Put(scoped ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> value)
    {
        CountWrite(key, value.Length);
        Check(Transaction.Put(key, value), "mdb_put");
    }

    /// <summary>Adds, unless there is something: then nothing is written and that is returned.</summary>
    public bool TryAdd(scoped ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> value, out ReadOnlySpan<byte> existing)
    {
        CountWrite(key, value.Length);
        var code = Transaction.PutNew(key, value, out var found);
        if (code == LmdbError.KeyExists)
        {
            existing = found.Span;
            return false;
        }

        Check(code, "mdb_put");
        existing = default;
        return true;
    }

    /// <summary>Adds or replaces with bytes that the caller fills in before the next call on this transaction.</summary>
    public Span<byte> Reserve(scoped ReadOnlySpan<byte> key, int sizeBytes)
    {
        CountWrite(key, sizeBytes);
        Check(Transaction.Reserve(key, sizeBytes, out var room), "mdb_put");
        return room;
    }

    /// <summary>False when there was nothing.</summary>
    public bool Delete(scoped ReadOnlySpan<byte> key)
    {
        WriteCount++;
        return IsFound(Transaction.Delete(key), "mdb_del");
    }

    /// <summary>Begins the LMDB transaction on the calling thread, which must also end it.</summary>
    /// <param name="fullness">Where given, items and index entries may only be deleted, or replaced by what needs no more room; whoever adds one is refused
    /// with it.</param>
    internal void Begin(StorageFullException? fullness)
    {
        Transaction = Environment.BeginWrite();
        WriteCount = 0;
        WrittenBytes = 0;
        Failure = null;
        HasStreamRecords = false;
        _fullness = fullness;
    }

    internal override LmdbCursor RentCursor() => OpenLmdbCursor();

    internal override void ReturnCursor(LmdbCursor cursor) => cursor.Close();

    internal override Exception CreateException(int code, string call)
    {
        if (LmdbError.IsCorruption(code))
        {
            return base.CreateException(code, call);
        }

        // The committer decides: a full map grows, a group too large for one transaction is split.
        var failure = new LmdbException(code, call);
        Failure ??= failure;
        return failure;
    }

    private void CountWrite(ReadOnlySpan<byte> key, int valueSizeBytes)
    {
        if (_fullness is not null)
        {
            CheckShrinks(key, valueSizeBytes, _fullness);
        }

        WriteCount++;
        WrittenBytes += key.Length + valueSizeBytes;
    }

    private void CheckShrinks(ReadOnlySpan<byte> key, int valueSizeBytes, StorageFullException fullness)
    {
        var keyspace = (Keyspace)key[0];
        HasStreamRecords |= keyspace == Keyspace.Stream;

        // A delete has notes to make, and what they are about is gone.
        var isNote = keyspace is Keyspace.Catalog or Keyspace.IdempotencyToken or Keyspace.Stream or Keyspace.ChangeLog or Keyspace.IndexQueue;
        if (!isNote && (!TryGet(key, out var replaced) || replaced.Length < valueSizeBytes))
        {
            throw new StorageFullException(fullness.Message, fullness);
        }
    }

    private void Check(int code, string call)
    {
        if (code != LmdbError.Success)
        {
            throw CreateException(code, call);
        }
    }
}
