namespace EFCore.Dynamo.Tables;

/// <summary>A table as DescribeTable shows it.</summary>
public sealed record TableDescription
{
    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>The types of all key attributes of table and indexes.</summary>
    public required IReadOnlyList<AttributeDefinition> AttributeDefinitions { get; init; }

    /// <summary>The partition key, then the sort key if there is one.</summary>
    public required IReadOnlyList<KeySchemaElement> KeySchema { get; init; }

    /// <summary>Where in its life the table is.</summary>
    public required TableStatus TableStatus { get; init; }

    /// <summary>When CreateTable was called.</summary>
    public required DateTimeOffset CreationDateTime { get; init; }

    /// <summary>The number of items, exact (the service updates it every six hours).</summary>
    public required long ItemCount { get; init; }

    /// <summary>The sum of the item sizes in bytes, by the service's size rule.</summary>
    public required long TableSizeBytes { get; init; }

    /// <summary>The Amazon resource name.</summary>
    public required string TableArn { get; init; }

    /// <summary>A UUID that is new for each CreateTable.</summary>
    public required string TableId { get; init; }

    /// <summary>How capacity is paid for; null means provisioned, and never anything else.</summary>
    public BillingModeSummary? BillingModeSummary { get; init; }

    /// <summary>Zero units with <see cref="BillingMode.PayPerRequest" />.</summary>
    public required ProvisionedThroughputDescription ProvisionedThroughput { get; init; }

    /// <summary>Null where the table has none.</summary>
    public IReadOnlyList<LocalSecondaryIndexDescription>? LocalSecondaryIndexes { get; init; }

    /// <summary>Null where the table has none.</summary>
    public IReadOnlyList<GlobalSecondaryIndexDescription>? GlobalSecondaryIndexes { get; init; }

    /// <summary>Null where the table has no stream that is enabled.</summary>
    public StreamSpecification? StreamSpecification { get; init; }

    /// <summary>The label of the last stream, enabled or not; null where there never was one.</summary>
    public string? LatestStreamLabel { get; init; }

    /// <summary>The Amazon resource name of the last stream, enabled or not; null where there never was one.</summary>
    public string? LatestStreamArn { get; init; }

    /// <summary>Null where the service's own key is used.</summary>
    public SseDescription? SseDescription { get; init; }

    /// <summary>Null where the class was never set.</summary>
    public TableClassSummary? TableClassSummary { get; init; }

    /// <summary>Whether DeleteTable is refused.</summary>
    public bool DeletionProtectionEnabled { get; init; }

    /// <summary>Null where no maximum was set.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What the table is ready for at once.</summary>
    public TableWarmThroughputDescription? WarmThroughput { get; init; }
}
