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

    /// <summary>Reads them, with the service's errors for what is missing.</summary>
    public static ProtocolException? TryRead(HttpRequest request, out SignatureParameters? parameters)
    {
        parameters = null;
        var authorization = request.Headers.Authorization.ToString();
        var isInQuery = request.QueryString.HasValue && request.Query.ContainsKey("X-Amz-Algorithm");
        if (authorization.Length > 0 && isInQuery)
            return ProtocolException.InvalidSignature("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        if (isInQuery)
            return TryReadQuery(request.Query, out parameters);
        return authorization.AsSpan().Trim().StartsWith("AWS4-", StringComparison.Ordinal)
            ? TryReadHeader(authorization, request.Headers, out parameters)
            : ProtocolException.MissingAuthenticationToken();
    }

    private static ProtocolException? TryReadQuery(IQueryCollection query, out SignatureParameters? parameters)
    {
        parameters = null;
        var missing = string.Concat(QueryParameters.Where(name => query[name].ToString().Length == 0)
            .Select(static name => $"AWS query-string parameters must include '{name}'. "));
        if (missing.Length > 0)
            return ProtocolException.IncompleteSignature(missing + "Re-examine the query-string parameters.");

        parameters = new SignatureParameters(
            query["X-Amz-Credential"].ToString(),
            query["X-Amz-SignedHeaders"].ToString(),
            query["X-Amz-Signature"].ToString(),
            query["X-Amz-Date"].ToString(),
            IsInQuery: true);
        return null;
    }

    private static ProtocolException? TryReadHeader(string authorization, IHeaderDictionary headers, out SignatureParameters? parameters)
    {
        parameters = null;
        string? credential = null;
        string? signature = null;
        string? signedHeaders = null;
        foreach (var range in authorization.AsSpan().SplitAny(',', ' '))
        {
            var part = authorization.AsSpan()[range];
            Take(part, "Credential=", ref credential);
            Take(part, "Signature=", ref signature);
            Take(part, "SignedHeaders=", ref signedHeaders);
        }

        var hasDate = headers.ContainsKey("X-Amz-Date") || headers.ContainsKey("Date");
        if (string.IsNullOrEmpty(credential) || string.IsNullOrEmpty(signature) || string.IsNullOrEmpty(signedHeaders) || !hasDate)
        {
            return ProtocolException.IncompleteSignature(
                Missing("Credential", credential) + Missing("Signature", signature) + Missing("SignedHeaders", signedHeaders)
                + (hasDate ? string.Empty : "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ")
                + "Authorization=" + authorization);
        }

        parameters = new SignatureParameters(credential, signedHeaders, signature, headers["X-Amz-Date"], IsInQuery: false);
        return null;
    }

    private static string Missing(string name, string? value)
        => string.IsNullOrEmpty(value) ? $"Authorization header requires '{name}' parameter. " : string.Empty;

    private static void Take(ReadOnlySpan<char> part, string name, ref string? value)
    {
        if (part.StartsWith(name, StringComparison.Ordinal))
            value = part[name.Length..].ToString();
    }
}
