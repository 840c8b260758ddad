namespace EFCore.Dynamo.Engine.Resources;

/// <summary>Builds the Amazon resource names of tables, indexes and streams.</summary>
internal sealed class ResourceNames(string region, string accountId)
{
    public string Region => region;

    public string AccountId => accountId;

    public string GetTableArn(string tableName) => $"arn:aws:dynamodb:{region}:{accountId}:table/{tableName}";

    public string GetStreamArn(string tableName, string label) => $"{GetTableArn(tableName)}/stream/{label}";

    public string GetIndexArn(string tableName, string indexName) => $"{GetTableArn(tableName)}/index/{indexName}";

    /// <summary>Whether it names something of this region and account.</summary>
    public bool IsOurs(TableArn arn)
        => string.Equals(arn.Region, region, StringComparison.Ordinal) && string.Equals(arn.AccountId, accountId, StringComparison.Ordinal);

    /// <summary>A key in KMS: an Amazon resource name stays what it is; an alias or id is of this account.</summary>
    public string GetKeyArn(string keyId)
    {
        if (keyId.StartsWith("arn:", StringComparison.Ordinal))
        {
            return keyId;
        }

        var resource = keyId.StartsWith("alias/", StringComparison.Ordinal) ? keyId : "key/" + keyId;
        return $"arn:aws:kms:{region}:{accountId}:{resource}";
    }
}
