using System.Diagnostics;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>One LMDB environment: ordered bytes, many readers, one grouped writer.</summary>
internal sealed class Store : IDisposable
{
    /// <summary>Opens or creates; refuses a directory that another store has open, and a file that is not this project's.</summary>
    /// <exception cref="Errors.StorageException">One sentence that names the directory or file and the way out.</exception>
    public static Store Open(StoreOptions options) => throw new UnreachableException();

    /// <summary>A snapshot. Dispose it on the thread that began it, before any await; spans read from it end with it.</summary>
    public ReadTransaction BeginRead() => throw new UnreachableException();

    /// <summary>Executes and commits in a group. Uncontended, it completes on the caller's thread without allocating.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before it was executed; later the token has no effect.</exception>
    public ValueTask<TResult> WriteAsync<TResult>(IWriteOperation<TResult> operation, CancellationToken cancellationToken) => throw new UnreachableException();

    /// <summary>Waits for running transactions, flushes, closes; queued writes fail with ObjectDisposedException.</summary>
    public void Dispose() => throw new UnreachableException();
}
