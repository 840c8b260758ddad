namespace EFCore.Dynamo.Engine.Resources;

/// <summary>What an Amazon resource name of a stream names: <c>arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE/stream/LABEL</c>.</summary>
/// <param name="TableName">1 to 255 valid characters.</param>
/// <param name="Label">Not empty, at most <see cref="MaxLabelLength" /> characters.</param>
/// <param name="Text">The whole name.</param>
internal sealed record StreamArn(string TableName, string Label, string Text)
{
    public const int MaxLength = 1024;

    private const int MaxLabelLength = 40;
    private const string TablePart = "table/";
    private const string StreamPart = "/stream/";

    /// <summary>Null where the text is none.</summary>
    public static StreamArn? TryParse(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        // A label has colons of its own.
        var parts = text.Split(':', 6);
        if (parts is not ["arn", "aws", "dynamodb", { Length: > 0 }, { Length: > 0 }, var resource]
            || !resource.StartsWith(TablePart, StringComparison.Ordinal))
        {
            return null;
        }

        var stream = resource.IndexOf(StreamPart, StringComparison.Ordinal);
        if (stream < 0)
        {
            return null;
        }

        var tableName = resource[TablePart.Length..stream];
        var label = resource[(stream + StreamPart.Length)..];
        return tableName.Length is > 0 and <= ResourceName.MaxLength && ResourceName.HasValidCharacters(tableName)
            && label.Length is > 0 and <= MaxLabelLength && System.Text.Ascii.IsValid(label)
                ? new StreamArn(tableName, label, text)
                : null;
    }
}
