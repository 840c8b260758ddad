namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>How an engine lags on request, as the service may; see the options of the same names.</summary>
/// <param name="GlobalIndexDelay">How long changes of global secondary indexes wait at most; zero makes them with the write.</param>
/// <param name="EventualReadDelay">How long eventually consistent reads may see what was replaced; zero never.</param>
/// <param name="Seed">Where chance begins.</param>
internal sealed record LagOptions(TimeSpan GlobalIndexDelay, TimeSpan EventualReadDelay, int Seed)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);

    /// <exception cref="ArgumentOutOfRangeException">A delay is negative or more than a day.</exception>
    public LagOptions Validate()
    {
        Validate(GlobalIndexDelay, nameof(GlobalIndexDelay));
        Validate(EventualReadDelay, nameof(EventualReadDelay));
        return this;
    }

    private static void Validate(TimeSpan delay, string name)
    {
        if (delay < TimeSpan.Zero || delay > MaxDelay)
        {
            throw new ArgumentOutOfRangeException(name, delay, "A delay is 0 to a day.");
        }
    }
}
