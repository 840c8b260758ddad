namespace EFCore.Dynamo.Aws.Tests.Harness;

/// <summary>A clock on which every wait is over at once; it keeps how long the waits would have been.</summary>
internal sealed class ImmediateTimeProvider : TimeProvider
{
    /// <summary>The waits, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Called when a wait begins.</summary>
    public Action? OnWait { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        OnWait?.Invoke();
        var timer = new Timer();
        timer.Start(callback, state);
        return timer;
    }

    private sealed class Timer : ITimer
    {
        // The caller has not got the timer yet, and looks at it when the callback runs.
        public void Start(TimerCallback callback, object? state) => ThreadPool.QueueUserWorkItem(_ => callback(state));

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
