namespace EFCore.Dynamo.Engine.Errors;

/// <summary>The service's texts about tables and indexes that are not there.</summary>
internal static class ResourceTexts
{
    /// <summary>Of item operations.</summary>
    public const string NotFound = "Requested resource not found";

    /// <summary>Of DescribeTable and DeleteTable.</summary>
    public static string TableNotFound(string tableName) => $"Requested resource not found: Table: {tableName} not found";

    public static string IndexNotFound(string indexName) => $"The table does not have the specified index: {indexName}";

    public const string DeletionProtected = "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.";

    public static string NotAuthorized(string accountId, string operation, string resource)
        => $"User: arn:aws:iam::{accountId}:root is not authorized to perform: dynamodb:{operation} on resource: {resource} "
        + $"because no resource-based policy allows the dynamodb:{operation} action";

    public static string InvalidRegion(string arn) => $"1 validation error detected: Invalid AWS region in '{arn}'";

    public static string TableIsBeing(string change, string tableName)
        => $"Attempt to change a resource which is still in use: Table is being {change}: {tableName}";

    // The two blanks are the service's.
    public static string IndexIsBeing(string change, string tableName, string indexName)
        => $"Attempt to change a resource which is still in use: Index is being {change}.  Table: {tableName} Index: {indexName}";

    public static string IndexIsBackfilling(string indexName) => $"Cannot read from backfilling global secondary index: {indexName}";
}
