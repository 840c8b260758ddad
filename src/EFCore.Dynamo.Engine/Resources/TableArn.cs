namespace EFCore.Dynamo.Engine.Resources;

/// <summary>The parts of a table's Amazon resource name, <c>arn:aws:dynamodb:REGION:ACCOUNT:table/NAME</c>.</summary>
internal readonly record struct TableArn(string Region, string AccountId, string TableName)
{
    private const int MaxLength = 1024;
    private const string Prefix = "arn:";
    private const string ResourceType = "table/";

    /// <summary>False for everything else: plain names, and resource names of indexes, streams and other services.</summary>
    public static bool TryParse(string text, out TableArn arn)
    {
        arn = default;
        if (text.Length > MaxLength || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = text.Split(':');
        if (parts is not ["arn", var partition, "dynamodb", { Length: > 0 } region, { Length: > 0 } account, var resource]
            || !partition.StartsWith("aws", StringComparison.Ordinal)
            || !resource.StartsWith(ResourceType, StringComparison.Ordinal)
            || !ResourceName.IsValid(resource[ResourceType.Length..]))
        {
            return false;
        }

        arn = new TableArn(region, account, resource[ResourceType.Length..]);
        return true;
    }
}
