using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>A secondary index as the catalog stores it.</summary>
internal sealed record IndexDocument(
    uint Id,
    string Name,
    bool IsGlobal,
    IReadOnlyList<KeySchemaElement> KeySchema,
    Projection Projection,
    ProvisionedThroughput? Throughput)
{
    /// <summary>Null where the provisioned throughput never changed.</summary>
    public ThroughputHistory? ThroughputHistory { get; init; }

    /// <summary>What is shown as long as <see cref="Pending" /> lasts, if that is not what there will be.</summary>
    public FormerThroughput? FormerThroughput { get; init; }

    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What was asked for; null means the service's start.</summary>
    public WarmThroughput? WarmThroughput { get; init; }

    /// <summary>Whether UpdateTable added it: the table may hold items whose values its key cannot take.</summary>
    public bool IsAddedLater { get; init; }

    /// <summary>Whether items of the table are still being added to it: it is written, and not read.</summary>
    public bool IsBuilding { get; init; }

    /// <summary>A status other than active, and until when; null is active. Only with a delay of the control plane.</summary>
    public PendingStatus<IndexStatus>? Pending { get; init; }

    /// <summary>With the throughput from before the change that is pending.</summary>
    public IndexDocument AsShown(DateTimeOffset now)
        => FormerThroughput is { } former && Pending?.IsOver(now) == false
            ? this with { Throughput = former.Throughput, ThroughputHistory = former.History }
            : this;
}
