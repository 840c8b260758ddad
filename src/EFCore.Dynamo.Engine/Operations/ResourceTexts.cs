namespace EFCore.Dynamo.Engine.Operations;

/// <summary>The service's texts about tables and indexes that are not there.</summary>
internal static class ResourceTexts
{
    /// <summary>Of item operations.</summary>
    public const string NotFound = "Requested resource not found";

    /// <summary>Of DescribeTable and DeleteTable.</summary>
    public static string TableNotFound(string tableName) => $"Requested resource not found: Table: {tableName} not found";

    public static string IndexNotFound(string indexName) => $"The table does not have the specified index: {indexName}";
}
