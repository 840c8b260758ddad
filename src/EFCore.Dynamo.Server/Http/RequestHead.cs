using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EFCore.Dynamo.Server.Http;

/// <summary>The limit of what stands before a body.</summary>
/// <remarks>Kestrel's own limits lie above it, where its statuses 414 and 431 are left: the service says 400.</remarks>
internal static class RequestHead
{
    /// <summary>The longest request line, and the longest headers together, that the service takes.</summary>
    public const int MaxBytes = 16 * 1024;

    // A colon, a space and the line's end.
    private const int BytesAroundHeader = 4;

    /// <summary>Whether the request line or the headers are longer.</summary>
    public static bool IsTooLarge(HttpContext http)
    {
        if (http.Request.Method.Length + (http.Features.Get<IHttpRequestFeature>()?.RawTarget.Length ?? 0) > MaxBytes)
        {
            return true;
        }

        var length = 0;
        foreach (var (name, values) in http.Request.Headers)
        {
            foreach (var value in values)
            {
                length += name.Length + (value?.Length ?? 0) + BytesAroundHeader;
            }
        }

        return length > MaxBytes;
    }
}
