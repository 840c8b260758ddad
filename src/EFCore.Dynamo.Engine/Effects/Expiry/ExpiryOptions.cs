namespace EFCore.Dynamo.Engine.Effects.Expiry;

/// <summary>How time to live works; see the options of the same names.</summary>
/// <param name="Interval">Between two looks for expired items; infinite for none.</param>
/// <param name="LimitsChanges">Whether a table's time to live may be changed only once an hour.</param>
internal sealed record ExpiryOptions(TimeSpan Interval, bool LimitsChanges)
{
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(49);

    /// <exception cref="ArgumentOutOfRangeException">The interval is shorter than a millisecond or longer than 49 days.</exception>
    public ExpiryOptions Validate() => Interval == Timeout.InfiniteTimeSpan || (Interval >= TimeSpan.FromMilliseconds(1) && Interval <= MaxInterval)
        ? this
        : throw new ArgumentOutOfRangeException("TimeToLiveInterval", Interval, "An interval is a millisecond to 49 days, or infinite.");
}
