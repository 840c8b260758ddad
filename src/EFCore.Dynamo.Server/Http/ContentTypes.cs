namespace EFCore.Dynamo.Server.Http;

/// <summary>Media types of bodies.</summary>
internal static class ContentTypes
{
    public const string AmazonJson = "application/x-amz-json-1.0";

    /// <summary>A content type without its parameters.</summary>
    public static string GetMediaType(string? contentType)
    {
        if (contentType is null or AmazonJson)
        {
            return contentType ?? string.Empty;
        }

        var separator = contentType.IndexOf(';', StringComparison.Ordinal);
        return (separator < 0 ? contentType : contentType[..separator]).Trim();
    }
}
