namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DescribeLimitsRequest" />.</summary>
public sealed record DescribeLimitsResponse
{
    /// <summary>Provisioned read units of all tables.</summary>
    public long AccountMaxReadCapacityUnits { get; init; }

    /// <summary>Provisioned write units of all tables.</summary>
    public long AccountMaxWriteCapacityUnits { get; init; }

    /// <summary>Provisioned read units of one table with its indexes.</summary>
    public long TableMaxReadCapacityUnits { get; init; }

    /// <summary>Provisioned write units of one table with its indexes.</summary>
    public long TableMaxWriteCapacityUnits { get; init; }
}
