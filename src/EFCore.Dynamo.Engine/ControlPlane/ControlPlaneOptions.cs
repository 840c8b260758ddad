namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>How changes of tables go on; see the options of the same names.</summary>
/// <param name="Delay">How long tables and indexes stay in the status that a change of theirs begins with.</param>
internal sealed record ControlPlaneOptions(TimeSpan Delay)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(49);

    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or more than 49 days.</exception>
    public ControlPlaneOptions Validate() => Delay >= TimeSpan.Zero && Delay <= MaxDelay
        ? this
        : throw new ArgumentOutOfRangeException("ControlPlaneDelay", Delay, "A delay is 0 to 49 days.");
}
