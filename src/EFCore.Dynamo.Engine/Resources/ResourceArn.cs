namespace EFCore.Dynamo.Engine.Resources;

/// <summary>
///     An Amazon resource name in its parts: <c>arn:aws:dynamodb:region:account:table/name</c>, with <c>/stream/label</c> or <c>/index/name</c> behind it.
/// </summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Service">Such as <c>dynamodb</c>.</param>
/// <param name="Region">Such as <c>eu-west-1</c>.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="TableName">Null where the resource is not a table or part of one.</param>
/// <param name="PartKind">What follows the table, such as <c>stream</c>; null where nothing does.</param>
/// <param name="PartName">The label of the stream, the name of the index.</param>
internal readonly record struct ResourceArn(
    string Partition, string Service, string Region, string AccountId, string? TableName, string? PartKind, string? PartName)
{
    private const string Prefix = "arn:";
    private const int PartCount = 6;

    public static bool HasPrefix(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    public static bool TryParse(string text, out ResourceArn arn)
    {
        arn = default;
        // A stream's label has colons of its own.
        var parts = text.Split(':', PartCount);
        if (parts.Length != PartCount || !HasPrefix(text))
        {
            return false;
        }

        var resource = parts[5].Split('/', 4);
        var isTable = resource.Length >= 2 && resource[0] == "table";
        arn = new ResourceArn(
            parts[1],
            parts[2],
            parts[3],
            parts[4],
            isTable ? resource[1] : null,
            isTable && resource.Length > 2 ? resource[2] : null,
            resource.Length > 3 ? resource[3] : null);
        return true;
    }
}
