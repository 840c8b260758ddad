namespace EFCore.Dynamo.Tables;

/// <summary>A global secondary index as DescribeTable shows it.</summary>
public sealed record GlobalSecondaryIndexDescription(
    string IndexName,
    IReadOnlyList<KeySchemaElement> KeySchema,
    Projection Projection,
    IndexStatus IndexStatus,
    ProvisionedThroughputDescription ProvisionedThroughput,
    long IndexSizeBytes,
    long ItemCount,
    string IndexArn)
{
    /// <summary>Set while the index is created: whether items of the table are being added to it; null otherwise.</summary>
    public bool? Backfilling { get; init; }

    /// <summary>Null where no maximum was set.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What the index is ready for at once.</summary>
    public GlobalSecondaryIndexWarmThroughputDescription? WarmThroughput { get; init; }
}
