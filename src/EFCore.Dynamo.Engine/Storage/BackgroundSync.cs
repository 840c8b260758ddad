using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Puts relaxed commits on the disk, at most one interval after they were made.</summary>
internal sealed class BackgroundSync : IDisposable
{
    private readonly LmdbEnvironment _environment;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private readonly TimeSpan _interval;

    private int _isDirty;
    private bool _isClosed;

    internal BackgroundSync(LmdbEnvironment environment, TimeProvider timeProvider, TimeSpan interval)
    {
        _environment = environment;
        _interval = interval;
        _timer = timeProvider.CreateTimer(static sync => ((BackgroundSync)sync!).Sync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The first commit after a sync starts the clock.</summary>
    internal void OnCommitted()
    {
        if (Volatile.Read(ref _isDirty) == 0 && Interlocked.Exchange(ref _isDirty, 1) == 0)
        {
            _timer.Change(_interval, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Syncs once more; call it when nothing commits any more.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Sync();
        lock (_lock)
        {
            _isClosed = true;
        }
    }

    private void Sync()
    {
        lock (_lock)
        {
            if (_isClosed || Interlocked.Exchange(ref _isDirty, 0) == 0)
            {
                return;
            }

            try
            {
                _environment.Sync();
            }
            catch (LmdbException exception)
            {
                // The system may have dropped the pages it could not write: what was acknowledged may be gone, so nothing more is promised.
                _environment.Poison(StorageErrors.WriteFailed(_environment.Path, exception));
            }
        }
    }
}
