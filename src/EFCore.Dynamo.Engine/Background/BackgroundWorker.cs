using System.Threading.Channels;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>A loop of the background: a round at the start, whenever it is woken, and when the time that its last round named has passed.</summary>
/// <remarks>
///     Rounds run one at a time, on the thread pool, and write in small transactions between those of the users. What a close interrupts follows from what is
///     stored, and goes on after the next open. Times are durations by <see cref="TimeProvider.GetTimestamp" />: a clock that is set back delays nothing.
/// </remarks>
internal abstract class BackgroundWorker(TimeProvider timeProvider) : IAsyncDisposable
{
    /// <summary>How long after a failure a round is tried again, unless something wakes the worker before.</summary>
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    /// <summary>What a timer takes; a longer wait is made of several.</summary>
    private static readonly TimeSpan MaxTimerWait = TimeSpan.FromDays(49);

    // Any number of wakes before the next round are one.
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stop = new();

    private Task _loop = Task.CompletedTask;
    private ITimer? _timer;
    private long _askedCount;
    private long _answeredCount;
    private bool _isTimed;
    private bool _isPutOff;

    protected TimeProvider TimeProvider => timeProvider;

    /// <summary>Whether every wake until now was followed by a whole round.</summary>
    public bool IsIdle => Interlocked.Read(ref _answeredCount) >= Interlocked.Read(ref _askedCount);

    /// <summary>Whether it has ever had to wake by itself.</summary>
    public bool HasTimer => Volatile.Read(ref _timer) is not null;

    /// <summary>Asks for a round. Only asks: it may be called inside a transaction.</summary>
    public void Wake()
    {
        Interlocked.Increment(ref _askedCount);
        _wakes.Writer.TryWrite(true);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        if (_timer is not null)
        {
            await _timer.DisposeAsync().ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    /// <summary>Begins with a round; the last line of a constructor.</summary>
    protected void Start()
    {
        Wake();
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Asks for a round, unless the worker will wake by itself: for what is due no earlier than all that waits.</summary>
    protected void WakeUnlessTimed()
    {
        if (!Volatile.Read(ref _isTimed))
        {
            Wake();
        }
    }

    /// <summary>Does what is due.</summary>
    /// <returns>How long after its beginning the next round shall begin; null where only a wake gives it something to do.</returns>
    protected abstract ValueTask<TimeSpan?> RunRoundAsync(CancellationToken cancellationToken);

    /// <summary>Does a part of a round. One that finds the store full is put off until the round is tried again, and keeps the others from nothing.</summary>
    protected async ValueTask TryAsync(Func<ValueTask> part)
    {
        try
        {
            await part().ConfigureAwait(false);
        }
        catch (StorageFullException)
        {
            _isPutOff = true;
        }
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await _wakes.Reader.ReadAsync(_stop.Token).ConfigureAwait(false);
                var askedCount = Interlocked.Read(ref _askedCount);
                var begin = timeProvider.GetTimestamp();
                Volatile.Write(ref _isTimed, false);
                if (await TryRunRoundAsync().ConfigureAwait(false) is { } wait)
                {
                    WakeAfter(begin, wait);
                }

                Interlocked.Exchange(ref _answeredCount, askedCount);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The engine closes.
        }
    }

    private async ValueTask<TimeSpan?> TryRunRoundAsync()
    {
        try
        {
            _isPutOff = false;
            var wait = await RunRoundAsync(_stop.Token).ConfigureAwait(false);
            return _isPutOff && !(wait < RetryInterval) ? RetryInterval : wait;
        }
        catch (DynamoServiceException)
        {
            // A full disk or a damaged file: users' own writes report it.
            return RetryInterval;
        }
    }

    private void WakeAfter(long begin, TimeSpan wait)
    {
        var left = wait - timeProvider.GetElapsedTime(begin);
        if (left > TimeSpan.Zero)
        {
            _timer ??= timeProvider.CreateTimer(
                static worker => ((BackgroundWorker)worker!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan); // given here
            _timer.Change(left < MaxTimerWait ? left : MaxTimerWait, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _isTimed, true);
        }

        // The time may have passed before the timer stood: nothing else would wake.
        if (timeProvider.GetElapsedTime(begin) >= wait)
        {
            Wake();
        }
    }
}
