namespace EFCore.Dynamo.Engine.Schema;

/// <summary>A status that ends by itself.</summary>
/// <param name="Status">The status until then.</param>
/// <param name="Since">When it began.</param>
/// <param name="Until">When it ends.</param>
internal sealed record PendingStatus<TStatus>(TStatus Status, DateTimeOffset Since, DateTimeOffset Until)
    where TStatus : struct, Enum
{
    /// <summary>
    ///     Whether it has ended. It lasts a time and not to a moment: before its beginning is only a clock that was set back meanwhile, and nobody waits for
    ///     that.
    /// </summary>
    public bool IsOver(DateTimeOffset now) => now >= Until || now < Since;

    /// <summary>The same status, for whoever shall see it however short it is.</summary>
    public PendingStatus<TStatus> Hold() => this with { Since = DateTimeOffset.MinValue, Until = DateTimeOffset.MaxValue };
}
