using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Tables;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>Table descriptions to the SDK's types and back.</summary>
internal static class TableDescriptionCodec
{
    public static Model.TableDescription ToSdk(TableDescription table) => new()
    {
        TableName = table.TableName,
        AttributeDefinitions = SchemaCodec.ToSdk(table.AttributeDefinitions.Count == 0 ? null : table.AttributeDefinitions), // DeleteTable's answer has neither
        KeySchema = SchemaCodec.ToSdk(table.KeySchema.Count == 0 ? null : table.KeySchema),
        TableStatus = Enums.TableStatus.ToSdk(table.TableStatus),
        CreationDateTime = table.CreationDateTime == default ? null : table.CreationDateTime.UtcDateTime,
        ItemCount = table.ItemCount,
        TableSizeBytes = table.TableSizeBytes,
        TableArn = table.TableArn,
        TableId = table.TableId,
        BillingModeSummary = TableOptionsCodec.ToSdk(table.BillingModeSummary),
        ProvisionedThroughput = ThroughputCodec.ToSdk(table.ProvisionedThroughput),
        LocalSecondaryIndexes = Collections.ToSdk(table.LocalSecondaryIndexes, ToSdk),
        GlobalSecondaryIndexes = Collections.ToSdk(table.GlobalSecondaryIndexes, ToSdk),
        StreamSpecification = TableOptionsCodec.ToSdk(table.StreamSpecification),
        LatestStreamLabel = table.LatestStreamLabel,
        LatestStreamArn = table.LatestStreamArn,
        SSEDescription = TableOptionsCodec.ToSdk(table.SseDescription),
        TableClassSummary = TableOptionsCodec.ToSdk(table.TableClassSummary),
        DeletionProtectionEnabled = table.DeletionProtectionEnabled,
        OnDemandThroughput = ThroughputCodec.ToSdk(table.OnDemandThroughput),
        WarmThroughput = ThroughputCodec.ToSdk(table.WarmThroughput),
    };

    public static TableDescription FromSdk(Model.TableDescription table) => new()
    {
        TableName = table.TableName,
        AttributeDefinitions = SchemaCodec.FromSdk(table.AttributeDefinitions) ?? [],
        KeySchema = SchemaCodec.FromSdk(table.KeySchema) ?? [],
        TableStatus = Enums.TableStatus.FromResponse(table.TableStatus) ?? default,
        CreationDateTime = Times.FromSdk(table.CreationDateTime) ?? default,
        ItemCount = table.ItemCount ?? 0,
        TableSizeBytes = table.TableSizeBytes ?? 0,
        TableArn = table.TableArn,
        TableId = table.TableId,
        BillingModeSummary = TableOptionsCodec.FromSdk(table.BillingModeSummary),
        ProvisionedThroughput = ThroughputCodec.FromSdk(table.ProvisionedThroughput),
        LocalSecondaryIndexes = Collections.FromSdk(table.LocalSecondaryIndexes, FromSdk),
        GlobalSecondaryIndexes = Collections.FromSdk(table.GlobalSecondaryIndexes, FromSdk),
        StreamSpecification = TableOptionsCodec.FromSdk(table.StreamSpecification),
        LatestStreamLabel = table.LatestStreamLabel,
        LatestStreamArn = table.LatestStreamArn,
        SseDescription = TableOptionsCodec.FromSdk(table.SSEDescription),
        TableClassSummary = TableOptionsCodec.FromSdk(table.TableClassSummary),
        DeletionProtectionEnabled = table.DeletionProtectionEnabled ?? false,
        OnDemandThroughput = ThroughputCodec.FromSdk(table.OnDemandThroughput),
        WarmThroughput = ThroughputCodec.FromSdk(table.WarmThroughput),
    };

    private static Model.LocalSecondaryIndexDescription ToSdk(LocalSecondaryIndexDescription index) => new()
    {
        IndexName = index.IndexName,
        KeySchema = SchemaCodec.ToSdk(index.KeySchema),
        Projection = SchemaCodec.ToSdk(index.Projection),
        IndexSizeBytes = index.IndexSizeBytes,
        ItemCount = index.ItemCount,
        IndexArn = index.IndexArn,
    };

    private static LocalSecondaryIndexDescription FromSdk(Model.LocalSecondaryIndexDescription index) => new(
        index.IndexName,
        SchemaCodec.FromSdk(index.KeySchema) ?? [],
        SchemaCodec.FromSdk(index.Projection) ?? new Projection(default),
        index.IndexSizeBytes ?? 0,
        index.ItemCount ?? 0,
        index.IndexArn);

    private static Model.GlobalSecondaryIndexDescription ToSdk(GlobalSecondaryIndexDescription index) => new()
    {
        IndexName = index.IndexName,
        KeySchema = SchemaCodec.ToSdk(index.KeySchema),
        Projection = SchemaCodec.ToSdk(index.Projection),
        IndexStatus = Enums.IndexStatus.ToSdk(index.IndexStatus),
        ProvisionedThroughput = ThroughputCodec.ToSdk(index.ProvisionedThroughput),
        IndexSizeBytes = index.IndexSizeBytes,
        ItemCount = index.ItemCount,
        IndexArn = index.IndexArn,
        Backfilling = index.Backfilling,
        OnDemandThroughput = ThroughputCodec.ToSdk(index.OnDemandThroughput),
        WarmThroughput = ThroughputCodec.ToSdk(index.WarmThroughput),
    };

    private static GlobalSecondaryIndexDescription FromSdk(Model.GlobalSecondaryIndexDescription index) => new(
        index.IndexName,
        SchemaCodec.FromSdk(index.KeySchema) ?? [],
        SchemaCodec.FromSdk(index.Projection) ?? new Projection(default),
        Enums.IndexStatus.FromResponse(index.IndexStatus) ?? default,
        ThroughputCodec.FromSdk(index.ProvisionedThroughput),
        index.IndexSizeBytes ?? 0,
        index.ItemCount ?? 0,
        index.IndexArn)
    {
        Backfilling = index.Backfilling,
        OnDemandThroughput = ThroughputCodec.FromSdk(index.OnDemandThroughput),
        WarmThroughput = ThroughputCodec.FromSdk(index.WarmThroughput),
    };
}
