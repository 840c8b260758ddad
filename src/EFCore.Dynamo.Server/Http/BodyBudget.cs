namespace EFCore.Dynamo.Server.Http;

/// <summary>What the bodies of all requests under way may take together; who finds too little left waits, in the order of arrival.</summary>
/// <remarks>
///     A body reserves all it may need before it is read: bodies that grew step by step could each hold a part and wait for the others for ever.
///     Bodies up to <see cref="FreeBytes" /> reserve nothing, which bounds them by the number of connections and costs them nothing.
/// </remarks>
internal sealed class BodyBudget
{
    /// <summary>The longest body that needs no reservation.</summary>
    public const int FreeBytes = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly long _capacityBytes;

    private long _leftBytes;

    public BodyBudget(long capacityBytes) => _capacityBytes = _leftBytes = capacityBytes;

    /// <summary>Takes a part, and waits for it where need be; <see cref="Release" /> gives it back.</summary>
    /// <param name="sizeBytes">What the body may take; more than all there is counts as all there is.</param>
    /// <param name="cancellationToken">The client went away.</param>
    /// <returns>What was taken.</returns>
    public Task<long> ReserveAsync(long sizeBytes, CancellationToken cancellationToken)
    {
        var size = Math.Min(sizeBytes, _capacityBytes);
        Waiter waiter;
        lock (_lock)
        {
            if (_waiters.Count == 0 && _leftBytes >= size)
            {
                _leftBytes -= size;
                return Task.FromResult(size);
            }

            waiter = new Waiter(size);
            waiter.Place = _waiters.AddLast(waiter);
        }

        return WaitAsync(waiter, cancellationToken);
    }

    /// <summary>Gives a part back.</summary>
    public void Release(long sizeBytes)
    {
        lock (_lock)
        {
            _leftBytes += sizeBytes;
            ServeWaiters();
        }
    }

    private async Task<long> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).TrySetCanceled(token), waiter)) // the state given here
        {
            try
            {
                return await waiter.Task;
            }
            catch (OperationCanceledException)
            {
                lock (_lock)
                {
                    if (waiter.Place is { List: not null } place)
                    {
                        _waiters.Remove(place);
                    }

                    ServeWaiters();
                }

                throw;
            }
        }
    }

    // Strictly in order: small bodies that overtook would keep a large one waiting for ever.
    private void ServeWaiters()
    {
        while (_waiters.First is { } first && _leftBytes >= first.Value.SizeBytes)
        {
            _waiters.RemoveFirst();
            if (first.Value.TrySetResult(first.Value.SizeBytes))
            {
                _leftBytes -= first.Value.SizeBytes;
            }
        }
    }

    private sealed class Waiter(long sizeBytes) : TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long SizeBytes => sizeBytes;

        public LinkedListNode<Waiter>? Place { get; set; }
    }
}
