using EFCore.Dynamo.Protocol;
using Microsoft.AspNetCore.Http;

namespace EFCore.Dynamo.Server.Authentication;

/// <summary>What a request says about its signature, in its Authorization header or in its query.</summary>
/// <param name="Credential">Access key id and scope: <c>id/date/region/service/aws4_request</c>.</param>
/// <param name="SignedHeaders">Names in lower case, separated by semicolons.</param>
/// <param name="Signature">64 hexadecimal digits.</param>
/// <param name="Date">When it was signed, as sent; null where the header form has a <c>Date</c> header only.</param>
/// <param name="IsInQuery">Whether this is the query form.</param>
internal sealed record SignatureParameters(string Credential, string SignedHeaders, string Signature, string? Date, bool IsInQuery)
{
    private static readonly string[] QueryParameters = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];

    /// <summary>Whether a request says all of it; costs nothing when it does.</summary>
    /// <returns>The service's error for what is missing, or null.</returns>
    public static ProtocolException? Check(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var isInQuery = IsInQueryOf(request);
        if (authorization.Length > 0 && isInQuery)
        {
            return ProtocolException.InvalidSignature("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        }

        if (isInQuery)
        {
            return CheckQuery(request.Query);
        }

        return authorization.AsSpan().Trim().StartsWith("AWS4-", StringComparison.Ordinal)
            ? CheckHeader(authorization, request.Headers)
            : ProtocolException.MissingAuthenticationToken();
    }

    /// <summary>Reads it from a request for which <see cref="Check" /> has found nothing.</summary>
    public static SignatureParameters Read(HttpRequest request)
    {
        var query = request.Query;
        if (IsInQueryOf(request))
        {
            return new SignatureParameters(
                query["X-Amz-Credential"].ToString(),
                query["X-Amz-SignedHeaders"].ToString(),
                query["X-Amz-Signature"].ToString(),
                query["X-Amz-Date"].ToString(),
                IsInQuery: true);
        }

        var parts = AuthorizationParts.Read(request.Headers.Authorization.ToString());
        return new SignatureParameters(
            parts.Credential.ToString(), parts.SignedHeaders.ToString(), parts.Signature.ToString(), request.Headers["X-Amz-Date"], IsInQuery: false);
    }

    private static bool IsInQueryOf(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey("X-Amz-Algorithm");

    private static ProtocolException? CheckQuery(IQueryCollection query)
    {
        var missing = string.Concat(QueryParameters.Where(name => query[name].ToString().Length == 0)
            .Select(static name => $"AWS query-string parameters must include '{name}'. "));
        return missing.Length == 0 ? null : ProtocolException.IncompleteSignature(missing + "Re-examine the query-string parameters.");
    }

    private static ProtocolException? CheckHeader(string authorization, IHeaderDictionary headers)
    {
        var parts = AuthorizationParts.Read(authorization);
        var (hasCredential, hasSignature, hasSignedHeaders) = (!parts.Credential.IsEmpty, !parts.Signature.IsEmpty, !parts.SignedHeaders.IsEmpty);
        var hasDate = headers.ContainsKey("X-Amz-Date") || headers.ContainsKey("Date");
        if (hasCredential && hasSignature && hasSignedHeaders && hasDate)
        {
            return null;
        }

        return ProtocolException.IncompleteSignature(
            Missing("Credential", hasCredential) + Missing("Signature", hasSignature) + Missing("SignedHeaders", hasSignedHeaders)
            + (hasDate ? string.Empty : "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ")
            + "Authorization=" + authorization);
    }

    private static string Missing(string name, bool isPresent) => isPresent ? string.Empty : $"Authorization header requires '{name}' parameter. ";
}
