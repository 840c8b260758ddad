using System.Threading.Tasks.Sources;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>An operation that waits for a leader, and the promise its caller awaits.</summary>
internal sealed class QueuedWrite<TResult> : PendingWrite, IValueTaskSource<TResult>
{
    private const int Waiting = 0;
    private const int Taken = 1;

    private readonly IWriteOperation<TResult> _operation;

    private ManualResetValueTaskSourceCore<TResult> _promise = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private TResult _result = default!; // read only after Execute set it
    private int _state = Waiting;

    internal QueuedWrite(IWriteOperation<TResult> operation) => _operation = operation;

    internal ValueTask<TResult> Task => new(this, _promise.Version);

    /// <summary>Call it before the operation is queued.</summary>
    internal void CancelWith(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(static (write, token) => ((QueuedWrite<TResult>)write!).Cancel(token), this);
        }
    }

    internal override bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    internal override void Execute(WriteTransaction transaction) => _result = _operation.Execute(transaction);

    internal override void Complete()
    {
        _cancellation.Unregister();
        if (Failure is { } failure)
        {
            _promise.SetException(failure);
        }
        else
        {
            _promise.SetResult(_result);
        }
    }

    TResult IValueTaskSource<TResult>.GetResult(short token) => _promise.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<TResult>.GetStatus(short token) => _promise.GetStatus(token);

    void IValueTaskSource<TResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _promise.OnCompleted(continuation, state, token, flags);

    private void Cancel(CancellationToken token)
    {
        if (TryTake())
        {
            _promise.SetException(new OperationCanceledException(token));
        }
    }
}
