namespace EFCore.Dynamo.Server.Tests;

/// <summary>
///     Operations of the service's model that the server does not know: backups, export and import, global tables, Kinesis, contributor insights, auto
///     scaling, vector search, bulk operations.
/// </summary>
/// <remarks>
///     What is built leaves this list. Each is answered with the error of a name that is not known and a text of what to do instead, never with an invented
///     success.
/// </remarks>
internal static class LaterOperations
{
    public static readonly string[] Names =
    [
        "CreateBackup", "DeleteBackup", "DescribeBackup", "ListBackups", "RestoreTableFromBackup",
        "DescribeContinuousBackups", "UpdateContinuousBackups", "RestoreTableToPointInTime",
        "ExportTableToPointInTime", "DescribeExport", "ListExports",
        "ImportTable", "DescribeImport", "ListImports",
        "CreateGlobalTable", "DescribeGlobalTable", "ListGlobalTables", "UpdateGlobalTable", "DescribeGlobalTableSettings", "UpdateGlobalTableSettings",
        "EnableKinesisStreamingDestination", "DisableKinesisStreamingDestination", "DescribeKinesisStreamingDestination", "UpdateKinesisStreamingDestination",
        "DescribeContributorInsights", "ListContributorInsights", "UpdateContributorInsights",
        "DescribeTableReplicaAutoScaling", "UpdateTableReplicaAutoScaling",
        "SearchVectors",
        "StartBulkPutItems", "DescribeBulkOperation", "ListBulkOperations", "CancelBulkOperation",
    ];
}
