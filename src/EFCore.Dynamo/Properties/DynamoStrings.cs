namespace EFCore.Dynamo.Properties;

/// <summary>All texts of the provider: what is wrong, where, and the call that fixes it.</summary>
internal static class DynamoStrings
{
    public const string NoClient
        = "No DynamoDB is configured. Call UseDynamo with a connection string such as \"Data Source=shop.dynamo\", or with an IDynamoClient.";

    public const string UnknownScanBehavior = "The scan behavior must be Throw, Warn or Allow.";

    public const string MaxItemsReadNotPositive = "The largest number of items that a query may read must be 1 or more, or null for no limit.";

    public const string SingletonOptionChanged
        = "ScanBehavior, MaxItemsRead or ConsistentRead differ from those that the internal service provider was built with. "
            + "Use the same values in all contexts that share it, or remove the call of UseInternalServiceProvider.";

    public const string ConnectionStringWithoutDataSource
        = "The connection string names no database. Add \"Data Source=DIRECTORY\", or \"Data Source=:memory:\" for a test.";

    public static string ConnectionStringMalformed(string reason)
        => $"The connection string is not a list of KEYWORD=VALUE pairs separated by semicolons: {reason}";

    public static string ConnectionStringKeywordUnknown(string keyword, string known)
        => $"The connection string has the unknown keyword '{keyword}'. Known keywords are: {known}.";

    public static string ConnectionStringValueInvalid(string keyword, string value, string expected)
        => $"The connection string's '{keyword}' is '{value}', but must be {expected}.";

    public static string AwsNotInThisVersion(string keyword)
        => $"The connection string's '{keyword}' belongs to AWS DynamoDB and other remote endpoints, which this version of EFCore.Dynamo cannot reach: "
            + "it has the embedded engine only. Use \"Data Source=DIRECTORY\", or pass an IDynamoClient of your own to UseDynamo.";
}
