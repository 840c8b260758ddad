using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Readers by the number of threads that read at once, and the gate that stops them all while the map is moved.</summary>
/// <remarks>
///     Renting is one compare-exchange and one read of the gate; nothing waits unless the gate is closed.
///     LMDB scans all slots ever used at each write, so the pool fills from the front and stays as small as the concurrency was.
/// </remarks>
internal sealed class ReaderPool(LmdbEnvironment environment, int maxReaders)
{
    [ThreadStatic]
    private static ReaderSlot? _last;

    private readonly ReaderSlot?[] _slots = new ReaderSlot?[maxReaders];
    private readonly ManualResetEventSlim _gateOpened = new(initialState: true);

    private volatile bool _isGateClosed;
    private volatile bool _isClosed;

    /// <summary>A slot with the newest snapshot.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    internal ReaderSlot Rent()
    {
        var slot = _last;
        if (slot is null || !ReferenceEquals(slot.Environment, environment) || !slot.TryRent())
        {
            slot = RentAny();
        }

        if (_isGateClosed)
        {
            slot = WaitForGate(slot);
        }

        try
        {
            environment.ThrowIfPoisoned();
            slot.BeginSnapshot();
            return slot;
        }
        catch
        {
            slot.Return();
            throw;
        }
    }

    /// <summary>Whether the calling thread is inside a read transaction.</summary>
    internal bool IsHeldByCurrentThread()
    {
        foreach (var slot in _slots)
        {
            if (slot is null)
            {
                return false;
            }

            if (slot.IsRented && slot.HolderThreadId == System.Environment.CurrentManagedThreadId)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Stops new readers and waits for the running ones. <see cref="OpenGate" /> lets them go on.</summary>
    internal void CloseGate()
    {
        _gateOpened.Reset();
        _isGateClosed = true;
        // Pairs with the fence of TryRent: a reader either sees the gate closed or is seen here.
        Interlocked.MemoryBarrier();
        foreach (var slot in _slots)
        {
            var wait = new SpinWait();
            while (slot is { IsRented: true })
            {
                wait.SpinOnce();
            }
        }
    }

    internal void OpenGate()
    {
        _isGateClosed = false;
        _gateOpened.Set();
    }

    /// <summary>With the gate closed, which it stays: gives all LMDB readers back; every later reader fails.</summary>
    internal void Close()
    {
        _isClosed = true;
        _gateOpened.Set();
        foreach (var slot in _slots)
        {
            slot?.Close();
        }
    }

    private ReaderSlot RentAny()
    {
        var wait = new SpinWait();
        while (true)
        {
            for (var i = 0; i < _slots.Length; i++)
            {
                var slot = Volatile.Read(ref _slots[i]);
                if (slot is null)
                {
                    var created = new ReaderSlot(environment);
                    slot = Interlocked.CompareExchange(ref _slots[i], created, null) ?? created;
                }

                if (!slot.TryRent())
                {
                    continue;
                }

                _last = slot;
                return slot;
            }

            // More threads inside read transactions than LMDB has slots: they are short, one ends soon.
            wait.SpinOnce();
        }
    }

    private ReaderSlot WaitForGate(ReaderSlot slot)
    {
        while (_isGateClosed)
        {
            // Whoever is inside another read transaction already holds the gate's closer up: waiting for it would be waiting for ourselves.
            if (!_isClosed && IsNested(slot))
            {
                return slot;
            }

            slot.Return();
            ObjectDisposedException.ThrowIf(_isClosed, typeof(Store));
            _gateOpened.Wait();
            slot = RentAny();
        }

        return slot;
    }

    private bool IsNested(ReaderSlot own)
    {
        foreach (var slot in _slots)
        {
            if (slot is not null && !ReferenceEquals(slot, own) && slot.IsRented && slot.HolderThreadId == System.Environment.CurrentManagedThreadId)
            {
                return true;
            }
        }

        return false;
    }
}
