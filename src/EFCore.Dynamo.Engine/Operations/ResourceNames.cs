namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Builds the Amazon resource names of tables, indexes and streams.</summary>
internal sealed class ResourceNames(string region, string accountId)
{
    public string Region => region;

    public string GetTableArn(string tableName) => $"arn:aws:dynamodb:{region}:{accountId}:table/{tableName}";

    public string GetStreamArn(string tableName, string label) => $"{GetTableArn(tableName)}/stream/{label}";

    public string GetIndexArn(string tableName, string indexName) => $"{GetTableArn(tableName)}/index/{indexName}";
}
