using System.Collections.Concurrent;
using EFCore.Dynamo.Engine.Diagnostics;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Turns concurrent write operations into groups: one LMDB transaction and one sync for all that wait.</summary>
/// <remarks>
///     There is at most one leader. A caller that finds none leads on its own thread: its operation first, then whatever has queued, then the commit.
///     What queued during the commit is led from the thread pool, so that no caller pays for more than one group.
/// </remarks>
internal sealed class GroupCommitter(GroupTransaction transaction, ReaderPool readers) : IThreadPoolWorkItem
{
    /// <summary>Beyond this many operations the wait of the first outweighs what another shared sync saves.</summary>
    internal const int MaxGroupOperations = 1024;

    /// <summary>Keeps the dirty pages of a group far below LMDB's limit of 131,071.</summary>
    internal const long MaxGroupBytes = 16 << 20;

    private readonly ConcurrentQueue<PendingWrite> _queue = new();
    private readonly List<PendingWrite> _group = [];

    private bool _isLed;
    private volatile bool _isClosed;

    /// <summary>Executes and commits; see <see cref="Store.WriteAsync" />.</summary>
    internal ValueTask<TResult> WriteAsync<TResult>(IWriteOperation<TResult> operation, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<TResult>(cancellationToken);
        }

        ObjectDisposedException.ThrowIf(_isClosed, typeof(Store));
        ThrowIfInsideTransaction();
        if (TryLead())
        {
            return LeadWith(operation);
        }

        var write = new QueuedWrite<TResult>(operation);
        write.CancelWith(cancellationToken);
        _queue.Enqueue(write);
        // The leader may have left, or the store may have closed, between the two looks at it.
        if (_isClosed)
        {
            FailQueue();
        }
        else if (TryLead())
        {
            LeadQueue(maxGroups: 1);
        }

        return write.Task;
    }

    /// <summary>Waits for the running group, lets nobody lead again, and fails what is queued.</summary>
    internal void Close()
    {
        var wait = new SpinWait();
        while (!TryLead())
        {
            wait.SpinOnce();
        }

        _isClosed = true;
        Interlocked.MemoryBarrier();
        FailQueue();
    }

    /// <summary>Leads from the thread pool until the queue is empty.</summary>
    void IThreadPoolWorkItem.Execute() => LeadQueue(int.MaxValue);

    private bool TryLead() => !Interlocked.Exchange(ref _isLed, true);

    private ValueTask<TResult> LeadWith<TResult>(IWriteOperation<TResult> operation)
    {
        var own = InlineWrite<TResult>.Rent(operation);
        RunGroup(own);
        StopLeading();
        return own.TakeOutcome();
    }

    private void LeadQueue(int maxGroups)
    {
        for (var i = 0; i < maxGroups && !_queue.IsEmpty; i++)
        {
            RunGroup(null);
        }

        StopLeading();
    }

    private void StopLeading()
    {
        if (_queue.IsEmpty)
        {
            // A full fence: whoever enqueues after the first look either sees no leader or is seen by the second look.
            Interlocked.Exchange(ref _isLed, false);
            if (_queue.IsEmpty || !TryLead())
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void RunGroup(PendingWrite? own)
    {
        if (own is not null)
        {
            _group.Add(own);
        }

        transaction.Run(_group, _queue);
        EngineTelemetry.RecordCommitGroup(_group.Count);
        foreach (var write in _group)
        {
            write.Complete();
        }

        _group.Clear();
    }

    private void FailQueue()
    {
        while (_queue.TryDequeue(out var write))
        {
            if (!write.TryTake())
            {
                continue;
            }

            write.Fail(new ObjectDisposedException(nameof(Store)));
            write.Complete();
        }
    }

    /// <summary>Either would wait for itself: a write for its own group, the growth of the map for its own reader.</summary>
    internal void ThrowIfInsideTransaction()
    {
        if (transaction.IsExecutingOnThisThread)
        {
            throw new InvalidOperationException("A write operation must not write to, or dispose, its own store.");
        }

        if (readers.IsHeldByCurrentThread())
        {
            throw new InvalidOperationException("A store must not be written to, or disposed, inside a read transaction of the same thread.");
        }
    }
}
