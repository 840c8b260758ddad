using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>Shows a table as DescribeTable does, with the counts of the transaction's moment.</summary>
internal static class TableDescriber
{
    /// <summary>As DescribeTable shows it.</summary>
    public static TableDescription Describe(EngineContext context, TableSchema table, TransactionView transaction)
        => Describe(context, table, transaction, context.SteadyTime.GetUtcNow());

    /// <summary>As the operation that changed it shows it: with every status that the change begins with, however short it is.</summary>
    /// <param name="context">The engine.</param>
    /// <param name="document">The definition of the stored version, with its pending statuses.</param>
    /// <param name="transaction">The change's own.</param>
    public static TableDescription DescribeChanged(EngineContext context, TableDocument document, TransactionView transaction)
        => Describe(context, context.Catalog.CreateSchema(document.HoldStatuses()), transaction);

    /// <summary>As CreateTable shows it: what the service finds out later is not there yet.</summary>
    public static TableDescription DescribeCreated(EngineContext context, TableDocument document, TransactionView transaction)
    {
        var description = DescribeChanged(context, document, transaction);
        return description with
        {
            BillingModeSummary = description.BillingModeSummary is null ? null : new BillingModeSummary(document.BillingMode),
            WarmThroughput = document.WarmThroughput is null
                ? null
                : description.WarmThroughput! with { Status = TableStatus.Updating }, // every description has it
            GlobalSecondaryIndexes = description.GlobalSecondaryIndexes?.Select(static (index, _) => index with { WarmThroughput = null }).ToList(),
        };
    }

    /// <summary>As DeleteTable shows it: keys, indexes and the time of creation are not there any more.</summary>
    public static TableDescription DescribeDeleted(EngineContext context, TableSchema table, TransactionView transaction)
        => Describe(context, table, transaction) with
        {
            TableStatus = TableStatus.Deleting,
            AttributeDefinitions = [],
            KeySchema = [],
            CreationDateTime = default,
            LocalSecondaryIndexes = null,
            GlobalSecondaryIndexes = null,
            WarmThroughput = null,
        };

    private static TableDescription Describe(EngineContext context, TableSchema table, TransactionView transaction, DateTimeOffset now)
    {
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        var isCounted = TableStatistics.TryRead(transaction, table.Id, buffer, out var statistics);
        if (isCounted && !statistics.IsOf(table))
        {
            // The table changed between the look at the catalog and the transaction, which has the definition of its own moment.
            table = context.Catalog.Find(transaction, table.Name) ?? table;
            isCounted = statistics.IsOf(table);
        }

        if (!isCounted)
        {
            statistics = TableStatistics.Create(table.Version, table.Indexes.Length, buffer);
        }

        var (itemCount, sizeBytes) = statistics.Get(-1);
        var document = table.Document.AsShown(now);
        return new TableDescription
        {
            TableName = table.Name,
            AttributeDefinitions = document.AttributeDefinitions,
            KeySchema = document.KeySchema,
            TableStatus = table.GetStatus(now) ?? TableStatus.Deleting,
            CreationDateTime = document.CreationDateTime,
            ItemCount = itemCount,
            TableSizeBytes = sizeBytes,
            TableArn = context.Names.GetTableArn(table.Name),
            TableId = document.TableId.ToString("D"),
            BillingModeSummary = (document.LastOnDemandDateTime
                ?? (document.BillingMode == BillingMode.PayPerRequest ? document.CreationDateTime : null)) is { } time
                ? new BillingModeSummary(document.BillingMode, time)
                : null,
            ProvisionedThroughput = Describe(document.Throughput, document.ThroughputHistory, context),
            LocalSecondaryIndexes = DescribeLocal(table, statistics, context.Names),
            GlobalSecondaryIndexes = DescribeGlobal(context, table, statistics, now),
            StreamSpecification = document.EnabledStream is { } stream ? new StreamSpecification(StreamEnabled: true, stream.ViewType) : null,
            LatestStreamLabel = document.Stream?.Label,
            LatestStreamArn = document.Stream is { } last ? context.Names.GetStreamArn(table.Name, last.Label) : null,
            SseDescription = document.Encryption,
            TableClassSummary = document.TableClass,
            DeletionProtectionEnabled = document.DeletionProtectionEnabled,
            OnDemandThroughput = document.OnDemandThroughput,
            WarmThroughput = DescribeWarm(document),
        };
    }

    private static ProvisionedThroughputDescription Describe(ProvisionedThroughput? throughput, ThroughputHistory? history, EngineContext context) => new(
        throughput?.ReadCapacityUnits ?? 0,
        throughput?.WriteCapacityUnits ?? 0,
        history?.GetDecreasesToday(context.TimeProvider.GetUtcNow()) ?? 0,
        history?.LastIncreaseDateTime,
        history?.LastDecreaseDateTime);

    private static TableWarmThroughputDescription DescribeWarm(TableDocument document)
    {
        var current = WarmThroughputRules.GetCurrent(document.WarmThroughput, document.Throughput);
        return new TableWarmThroughputDescription(current.ReadUnitsPerSecond ?? 0, current.WriteUnitsPerSecond ?? 0, TableStatus.Active);
    }

    private static GlobalSecondaryIndexWarmThroughputDescription DescribeWarm(IndexDocument index, IndexStatus status)
    {
        var current = WarmThroughputRules.GetCurrent(index.WarmThroughput, index.Throughput);
        return new GlobalSecondaryIndexWarmThroughputDescription(current.ReadUnitsPerSecond ?? 0, current.WriteUnitsPerSecond ?? 0, status);
    }

    private static List<LocalSecondaryIndexDescription>? DescribeLocal(TableSchema table, TableStatistics statistics, ResourceNames names)
    {
        List<LocalSecondaryIndexDescription>? descriptions = null;
        foreach (var index in table.Indexes)
        {
            if (index.IsGlobal)
            {
                continue;
            }

            var (itemCount, sizeBytes) = statistics.Get(index.Ordinal);
            (descriptions ??= []).Add(new LocalSecondaryIndexDescription(
                index.Name, index.Key.Schema, index.Projection, sizeBytes, itemCount, names.GetIndexArn(table.Name, index.Name)));
        }

        return descriptions;
    }

    private static List<GlobalSecondaryIndexDescription>? DescribeGlobal(
        EngineContext context, TableSchema table, TableStatistics statistics, DateTimeOffset now)
    {
        List<GlobalSecondaryIndexDescription>? descriptions = null;
        foreach (var index in table.Indexes)
        {
            if (!index.IsGlobal)
            {
                continue;
            }

            var (itemCount, sizeBytes) = statistics.Get(index.Ordinal);
            var description = DescribeGlobal(context, table, index.Document.AsShown(now), index.GetStatus(now), itemCount, sizeBytes);
            (descriptions ??= []).Add(index.IsBuilding ? description with { Backfilling = index.IsBackfilling(now) } : description);
        }

        // Their entries are not counted any more: they are on their way out.
        foreach (var removed in table.Document.RemovedIndexes ?? [])
        {
            (descriptions ??= []).Add(DescribeGlobal(context, table, removed, IndexStatus.Deleting, itemCount: 0, sizeBytes: 0));
        }

        return descriptions;
    }

    private static GlobalSecondaryIndexDescription DescribeGlobal(
        EngineContext context, TableSchema table, IndexDocument index, IndexStatus status, long itemCount, long sizeBytes) => new(
            index.Name,
            index.KeySchema,
            index.Projection,
            status,
            Describe(index.Throughput, index.ThroughputHistory, context),
            sizeBytes,
            itemCount,
            context.Names.GetIndexArn(table.Name, index.Name))
        {
            OnDemandThroughput = index.OnDemandThroughput,
            WarmThroughput = DescribeWarm(index, status),
        };
}
