namespace EFCore.Dynamo.Engine.Schema;

/// <summary>How the provisioned throughput of a table or index changed.</summary>
/// <param name="LastIncreaseDateTime">Null where there was none.</param>
/// <param name="LastDecreaseDateTime">Null where there was none.</param>
/// <param name="DecreaseCount">Decreases in the UTC day of the last one.</param>
internal sealed record ThroughputHistory(DateTimeOffset? LastIncreaseDateTime, DateTimeOffset? LastDecreaseDateTime, int DecreaseCount)
{
    public static readonly ThroughputHistory None = new(null, null, 0);

    /// <summary>Decreases in the UTC day of that moment.</summary>
    public int GetDecreasesToday(DateTimeOffset now) => LastDecreaseDateTime?.UtcDateTime.Date == now.UtcDateTime.Date ? DecreaseCount : 0;

    public ThroughputHistory Increase(DateTimeOffset now) => this with { LastIncreaseDateTime = now };

    public ThroughputHistory Decrease(DateTimeOffset now) => this with { LastDecreaseDateTime = now, DecreaseCount = GetDecreasesToday(now) + 1 };
}
