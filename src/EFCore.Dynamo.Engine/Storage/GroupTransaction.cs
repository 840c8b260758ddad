using System.Collections.Concurrent;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Executes and commits one group; grows the map, splits the group or fails single operations until every one has its outcome.</summary>
/// <remarks>Used by the leader only. Each attempt executes the operations that have not failed, from the start, in an LMDB transaction of its own.</remarks>
internal sealed class GroupTransaction(LmdbEnvironment environment, StoreMap map, StoreRoom room, ICommitStep commitStep, TimeProvider timeProvider)
{
    private readonly WriteTransaction _transaction = new(environment, timeProvider);
    private readonly List<PendingWrite> _single = [];

    // One field, so that no thread but the leader can ever find its own id here, however long it takes between two looks.
    private volatile int _executingThreadId;

    /// <summary>Whether the caller is the leader, in an LMDB transaction.</summary>
    internal bool IsExecutingOnThisThread => _executingThreadId == Environment.CurrentManagedThreadId;

    /// <summary>Commits since the last look by the background sync.</summary>
    internal event Action? Committed;

    /// <summary>Gives every operation its outcome.</summary>
    /// <param name="group">May hold the leader's own operation; receives what is taken from the queue.</param>
    internal void Run(List<PendingWrite> group, ConcurrentQueue<PendingWrite> queue)
    {
        try
        {
            var refusal = RunUntilDecided(group, queue, fullness: null);
            if (refusal is null)
            {
                return;
            }

            // One operation too many, or too large, must not fail its neighbours: each gets a transaction, and a verdict, of its own.
            foreach (var write in group)
            {
                if (write.Failure is null)
                {
                    RunSingle(write);
                }
            }
        }
        catch (StorageException givenUp)
        {
            FailAll(group, givenUp);
        }
    }

    private void RunSingle(PendingWrite write)
    {
        _single.Add(write);
        var refusal = RunUntilDecided(_single, null, fullness: null);
        if (refusal is StorageFullException fullness)
        {
            refusal = RunShrinking(fullness);
        }

        if (refusal is not null)
        {
            write.Fail(refusal);
        }

        _single.Clear();
    }

    private Exception? RunShrinking(StorageFullException fullness)
    {
        var refusal = RunUntilDecided(_single, null, fullness);
        if (refusal is StorageFullException && TryReleasePages())
        {
            refusal = RunUntilDecided(_single, null, fullness);
        }

        return refusal is StorageFullException stillFull && _transaction.HasStreamRecords ? StorageErrors.RecordsDoNotFit(stillFull) : refusal;
    }

    /// <summary>
    ///     Commits the header as it is: LMDB uses what a commit freed for the next but one, and a large delete may need what the delete before it left.
    /// </summary>
    private bool TryReleasePages()
    {
        _transaction.Begin(fullness: null);
        try
        {
            _transaction.TryGet(StoreHeader.Key, out var header);
            _transaction.Put(StoreHeader.Key, header.ToArray());
        }
        catch (LmdbException)
        {
            _transaction.Transaction.Abort();
            return false;
        }

        return commitStep.Commit(_transaction.Transaction) == LmdbError.Success;
    }

    /// <summary>Null when committed (or all have failed); the reason when the group as a whole was refused.</summary>
    private Exception? RunUntilDecided(List<PendingWrite> group, ConcurrentQueue<PendingWrite>? queue, StorageFullException? fullness)
    {
        while (true)
        {
            LmdbException failure;
            try
            {
                if (TryAttempt(group, queue, fullness))
                {
                    return null;
                }

                continue;
            }
            catch (LmdbException exception)
            {
                failure = exception;
            }

            if (failure.Code == LmdbError.MapFull && map.TryGrow())
            {
                continue;
            }

            var reason = Explain(failure);
            if (reason is StorageFullException)
            {
                room.OnFull(failure);
            }

            return reason is StorageFullException || failure.Code is LmdbError.TransactionFull or LmdbError.InputOutput ? reason : FailAll(group, reason);
        }
    }

    /// <summary>One LMDB transaction. False: an operation failed after it had written, so the others start again.</summary>
    /// <exception cref="LmdbException">LMDB refused a write or the commit.</exception>
    private bool TryAttempt(List<PendingWrite> group, ConcurrentQueue<PendingWrite>? queue, StorageFullException? fullness)
    {
        environment.ThrowIfPoisoned();
        _transaction.Begin(fullness);
        _executingThreadId = Environment.CurrentManagedThreadId;
        var isOpen = true;
        try
        {
            foreach (var write in group)
            {
                if (write.Failure is null && !TryExecute(write))
                {
                    return false;
                }
            }

            while (queue is not null && HasRoom(group.Count) && queue.TryDequeue(out var write))
            {
                if (!write.TryTake())
                {
                    continue;
                }

                group.Add(write);
                if (!TryExecute(write))
                {
                    return false;
                }
            }

            if (_transaction.WriteCount > 0)
            {
                room.Check(_transaction);
                isOpen = false;
                Commit();
            }

            return true;
        }
        finally
        {
            if (isOpen)
            {
                _transaction.Transaction.Abort();
            }

            _executingThreadId = 0;
        }
    }

    private bool HasRoom(int operations) => operations < GroupCommitter.MaxGroupOperations && _transaction.WrittenBytes < GroupCommitter.MaxGroupBytes;

    private void Commit()
    {
        var code = commitStep.Commit(_transaction.Transaction);
        if (code != LmdbError.Success)
        {
            throw new LmdbException(code, "mdb_txn_commit");
        }

        Committed?.Invoke();
    }

    /// <summary>False when the operation failed and the transaction has some of its writes in it.</summary>
    private bool TryExecute(PendingWrite write)
    {
        var before = _transaction.WriteCount;
        try
        {
            write.Execute(_transaction);
        }
        catch (LmdbException)
        {
            throw;
        }
        catch (Exception exception) // the operation's own failure belongs to its caller, whatever it is, and to nobody else in the group
        {
            write.Fail(exception);
            return _transaction.WriteCount == before && _transaction.Failure is null;
        }

        if (_transaction.Failure is { } swallowed)
        {
            throw swallowed;
        }

        return true;
    }

    private Exception Explain(LmdbException failure)
    {
        if (failure.Code == LmdbError.MapFull)
        {
            return StorageErrors.MapFull(environment.Path, failure);
        }

        if (failure.Code == LmdbError.TransactionFull)
        {
            return StorageErrors.TooLargeForOneTransaction(environment.Path, failure);
        }

        if (LmdbError.IsDiskFull(failure.Code))
        {
            return StorageErrors.DiskFull(environment.Path, failure);
        }

        if (failure.Code == LmdbError.InputOutput)
        {
            // LMDB answers EIO to a write that was cut short, which is what the last blocks of a full disk do.
            return StoreMap.IsDiskNearlyFull(environment.Path)
                ? StorageErrors.DiskFull(environment.Path, failure)
                : StorageErrors.WriteFailed(environment.Path, failure);
        }

        return LmdbError.IsCorruption(failure.Code)
            ? environment.Poison(StorageErrors.Damaged(environment.Path, failure))
            : StorageErrors.Unexpected(environment.Path, failure);
    }

    private static Exception? FailAll(List<PendingWrite> group, Exception reason)
    {
        foreach (var write in group)
        {
            write.Fail(reason);
        }

        return null;
    }
}
