namespace EFCore.Dynamo.Engine.Schema;

/// <summary>How long the statuses last that one change begins with; by the clock that goes on evenly.</summary>
/// <param name="Since">The moment of the change.</param>
/// <param name="Until">When they end.</param>
internal readonly record struct StatusSpan(DateTimeOffset Since, DateTimeOffset Until)
{
    public PendingStatus<TStatus> Of<TStatus>(TStatus status)
        where TStatus : struct, Enum
        => new(status, Since, Until);
}
