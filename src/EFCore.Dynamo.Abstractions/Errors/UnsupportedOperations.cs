using System.Collections.Frozen;

namespace EFCore.Dynamo.Errors;

/// <summary>Operations of the service that nothing here answers yet, and what does their work meanwhile. All doors say the same.</summary>
internal static class UnsupportedOperations
{
    private const string Backups = "to keep a copy of the tables, copy the data directory while nothing has it open";
    private const string Recovery = "to go back to a moment, keep copies of the data directory, or the table's changes from its stream (StreamSpecification)";
    private const string Exports = "to export a table, read it with Scan, in parallel with Segment and TotalSegments";
    private const string Imports = "to load many items, write them with BatchWriteItem";
    private const string GlobalTables =
        "to keep a table in two places, create it in both and write the changes of its stream (StreamSpecification) to the other";
    private const string Kinesis = "to follow a table's changes, turn on its stream (StreamSpecification) and read it with GetRecords";
    private const string Insights = "to see what requests take, set ReturnConsumedCapacity";
    private const string AutoScaling = "to change a table's throughput, call UpdateTable, or let BillingMode be PAY_PER_REQUEST";
    private const string Vectors = "to find near vectors, read the candidates with Query or Scan and compare them in the application";

    private static readonly FrozenDictionary<string, string> WaysOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CreateBackup"] = Backups,
        ["DeleteBackup"] = Backups,
        ["DescribeBackup"] = Backups,
        ["ListBackups"] = Backups,
        ["RestoreTableFromBackup"] = Backups,
        ["DescribeContinuousBackups"] = Recovery,
        ["UpdateContinuousBackups"] = Recovery,
        ["RestoreTableToPointInTime"] = Recovery,
        ["ExportTableToPointInTime"] = Exports,
        ["DescribeExport"] = Exports,
        ["ListExports"] = Exports,
        ["ImportTable"] = Imports,
        ["DescribeImport"] = Imports,
        ["ListImports"] = Imports,
        ["StartBulkPutItems"] = Imports,
        ["DescribeBulkOperation"] = Imports,
        ["ListBulkOperations"] = Imports,
        ["CancelBulkOperation"] = Imports,
        ["CreateGlobalTable"] = GlobalTables,
        ["DescribeGlobalTable"] = GlobalTables,
        ["ListGlobalTables"] = GlobalTables,
        ["UpdateGlobalTable"] = GlobalTables,
        ["DescribeGlobalTableSettings"] = GlobalTables,
        ["UpdateGlobalTableSettings"] = GlobalTables,
        ["EnableKinesisStreamingDestination"] = Kinesis,
        ["DisableKinesisStreamingDestination"] = Kinesis,
        ["DescribeKinesisStreamingDestination"] = Kinesis,
        ["UpdateKinesisStreamingDestination"] = Kinesis,
        ["DescribeContributorInsights"] = Insights,
        ["ListContributorInsights"] = Insights,
        ["UpdateContributorInsights"] = Insights,
        ["DescribeTableReplicaAutoScaling"] = AutoScaling,
        ["UpdateTableReplicaAutoScaling"] = AutoScaling,
        ["SearchVectors"] = Vectors,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The service's error for a name that it does not know, with the way out; null for a name that is no operation of the service at all.</summary>
    /// <param name="operation">The operation as the service spells it.</param>
    public static OtherServiceException? Find(string operation) => WaysOut.TryGetValue(operation, out var wayOut)
        ? new OtherServiceException("UnknownOperationException", $"{operation} is not supported by this server yet: {wayOut}.", 400)
        : null;
}
