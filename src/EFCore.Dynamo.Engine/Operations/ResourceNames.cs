namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Builds the Amazon resource names of tables and indexes.</summary>
internal sealed class ResourceNames(string region, string accountId)
{
    public string GetTableArn(string tableName) => $"arn:aws:dynamodb:{region}:{accountId}:table/{tableName}";

    public string GetIndexArn(string tableName, string indexName) => $"{GetTableArn(tableName)}/index/{indexName}";
}
