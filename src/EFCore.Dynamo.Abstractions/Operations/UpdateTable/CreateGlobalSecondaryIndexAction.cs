using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>A new global secondary index of an existing table.</summary>
public sealed record CreateGlobalSecondaryIndexAction
{
    /// <summary>3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? IndexName { get; init; }

    /// <summary>One to four partition key attributes, then none to four sort key attributes.</summary>
    public IReadOnlyList<KeySchemaElement>? KeySchema { get; init; }

    /// <summary>What the index holds besides the keys.</summary>
    public Projection? Projection { get; init; }

    /// <summary>Required with provisioned billing.</summary>
    public ProvisionedThroughput? ProvisionedThroughput { get; init; }

    /// <summary>Null means no maximum.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>Null means the service's start.</summary>
    public WarmThroughput? WarmThroughput { get; init; }
}
