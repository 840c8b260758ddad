using Microsoft.AspNetCore.Http;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Lets pages of any origin call the server, as the service does.</summary>
internal static class CrossOrigin
{
    private const int MaxAgeSeconds = 172_800;

    /// <summary>Sets the headers, and answers a preflight.</summary>
    public static bool TryAnswer(HttpContext http)
    {
        var request = http.Request.Headers;
        if (request.Origin.Count == 0)
        {
            return false;
        }

        var response = http.Response.Headers;
        response.AccessControlAllowOrigin = "*";
        response.AccessControlExposeHeaders = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,x-amz-crc32,Date";
        if (!HttpMethods.IsOptions(http.Request.Method))
        {
            return false;
        }

        if (request.AccessControlRequestHeaders.Count > 0)
        {
            response.AccessControlAllowHeaders = request.AccessControlRequestHeaders;
        }

        if (request.AccessControlRequestMethod.Count > 0)
        {
            response.AccessControlAllowMethods = request.AccessControlRequestMethod;
        }

        response.AccessControlMaxAge = MaxAgeSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.ContentLength = 0;
        return true;
    }
}
