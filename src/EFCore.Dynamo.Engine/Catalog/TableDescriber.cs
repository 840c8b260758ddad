using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Shows a table as DescribeTable does, with the counts of the transaction's moment.</summary>
internal static class TableDescriber
{
    private static readonly ProvisionedThroughputDescription NoThroughput = new(0, 0);

    public static TableDescription Describe(TableSchema table, TransactionView transaction, ResourceNames names, TableStatus status)
    {
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        if (!TableStatistics.TryRead(transaction, table.Id, buffer, out var statistics))
            statistics = TableStatistics.Create(table.Version, table.Indexes.Length, buffer);

        var (itemCount, sizeBytes) = statistics.Get(-1);
        var document = table.Document;
        return new TableDescription
        {
            TableName = table.Name,
            AttributeDefinitions = document.AttributeDefinitions,
            KeySchema = document.KeySchema,
            TableStatus = status,
            CreationDateTime = document.CreationDateTime,
            ItemCount = itemCount,
            TableSizeBytes = sizeBytes,
            TableArn = names.GetTableArn(table.Name),
            TableId = document.TableId.ToString("D"),
            BillingModeSummary = document.BillingMode == BillingMode.PayPerRequest ? new BillingModeSummary(BillingMode.PayPerRequest, document.CreationDateTime) : null,
            ProvisionedThroughput = Describe(document.Throughput),
            LocalSecondaryIndexes = DescribeLocal(table, statistics, names),
            GlobalSecondaryIndexes = DescribeGlobal(table, statistics, names, status),
            StreamSpecification = table.Stream is { } stream ? new StreamSpecification(StreamEnabled: true, stream.Document.ViewType) : null,
            LatestStreamLabel = document.Stream?.Label,
            LatestStreamArn = document.Stream is { } last ? names.GetStreamArn(table.Name, last.Label) : null,
        };
    }

    private static ProvisionedThroughputDescription Describe(ProvisionedThroughput? throughput)
        => throughput is null ? NoThroughput : new ProvisionedThroughputDescription(throughput.ReadCapacityUnits, throughput.WriteCapacityUnits);

    private static List<LocalSecondaryIndexDescription>? DescribeLocal(TableSchema table, TableStatistics statistics, ResourceNames names)
    {
        List<LocalSecondaryIndexDescription>? descriptions = null;
        foreach (var index in table.Indexes)
        {
            if (index.IsGlobal)
                continue;
            var (itemCount, sizeBytes) = statistics.Get(index.Ordinal);
            (descriptions ??= []).Add(new LocalSecondaryIndexDescription(
                index.Name, index.Key.Schema, index.Projection, sizeBytes, itemCount, names.GetIndexArn(table.Name, index.Name)));
        }

        return descriptions;
    }

    private static List<GlobalSecondaryIndexDescription>? DescribeGlobal(TableSchema table, TableStatistics statistics, ResourceNames names, TableStatus status)
    {
        List<GlobalSecondaryIndexDescription>? descriptions = null;
        foreach (var index in table.Indexes)
        {
            if (!index.IsGlobal)
                continue;
            var (itemCount, sizeBytes) = statistics.Get(index.Ordinal);
            (descriptions ??= []).Add(new GlobalSecondaryIndexDescription(
                index.Name,
                index.Key.Schema,
                index.Projection,
                status == TableStatus.Deleting ? IndexStatus.Deleting : IndexStatus.Active,
                Describe(index.Throughput),
                sizeBytes,
                itemCount,
                names.GetIndexArn(table.Name, index.Name)));
        }

        return descriptions;
    }
}
