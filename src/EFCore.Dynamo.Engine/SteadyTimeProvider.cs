namespace EFCore.Dynamo.Engine;

/// <summary>
///     A clock that starts with another one and then goes on by its timestamps, which nobody sets: for what lasts a time and does not end at a moment.
/// </summary>
internal sealed class SteadyTimeProvider(TimeProvider timeProvider) : TimeProvider
{
    private readonly DateTimeOffset _start = timeProvider.GetUtcNow();
    private readonly long _startTimestamp = timeProvider.GetTimestamp();

    public override long TimestampFrequency => timeProvider.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => timeProvider.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _start + timeProvider.GetElapsedTime(_startTimestamp);

    public override long GetTimestamp() => timeProvider.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => timeProvider.CreateTimer(callback, state, dueTime, period);
}
