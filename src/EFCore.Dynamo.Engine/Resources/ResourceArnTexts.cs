namespace EFCore.Dynamo.Engine.Resources;

/// <summary>The service's texts about Amazon resource names, for tags and for policies.</summary>
internal static class ResourceArnTexts
{
    public const string AccessDenied = "Access is denied";
    public const string OtherAccount = "This action is only supported by accounts that match the resource owner’s account.";

    private const string Invalid = "One or more parameter values were invalid: ";

    public static string NoPrefix(string arn) => Invalid + $"ARNs must start with 'arn:': {arn}";

    public static string NotOfDynamoDb(string arn) => Invalid + $"Provided Arn is not a DynamoDB resource arn: {arn}";

    public static string NotTableOrStream(string arn)
        => Invalid + $"Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {arn}";

    /// <summary>Of policies: another region or partition.</summary>
    public static string OtherRegion(string arn) => Invalid + $"Invalid resource Arn: {arn}";

    /// <summary>Of tags: another region or partition, or no name of a table.</summary>
    public static string InvalidTableArn(string arn) => $"Invalid TableArn: Invalid ResourceArn provided as input {arn}";

    /// <summary>Of tags.</summary>
    public static string ResourceNotFound(string arn) => $"Requested resource not found: ResourceArn: {arn} not found";

    /// <summary>Of policies.</summary>
    public static string StreamNotFound(string label, string tableName) => $"Requested resource not found: Stream: {label} not found for Table: {tableName}";
}
