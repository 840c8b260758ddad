using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>New throughput of a global secondary index.</summary>
public sealed record UpdateGlobalSecondaryIndexAction
{
    /// <summary>3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? IndexName { get; init; }

    /// <summary>Null leaves it.</summary>
    public ProvisionedThroughput? ProvisionedThroughput { get; init; }

    /// <summary>Null leaves it.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>Null leaves it.</summary>
    public WarmThroughput? WarmThroughput { get; init; }
}
