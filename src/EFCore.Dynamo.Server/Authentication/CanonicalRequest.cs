using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EFCore.Dynamo.Server.Authentication;

/// <summary>The text of a request that its signature covers.</summary>
internal static class CanonicalRequest
{
    public static string Create(HttpRequest request, ReadOnlySequence<byte> body, SignatureParameters signature)
    {
        var text = new StringBuilder();
        _ = text.Append(request.Method).Append('\n').Append(GetPath(request)).Append('\n');
        AppendQuery(text, request, signature.IsInQuery);
        _ = text.Append('\n');
        foreach (var name in signature.SignedHeaders.Split(';'))
        {
            _ = text.Append(name).Append(':').Append(GetHeader(request, name)).Append('\n');
        }

        return text.Append('\n').Append(signature.SignedHeaders).Append('\n').Append(Hash(body)).ToString();
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Hash(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return Hash(body.FirstSpan);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var segment in body)
        {
            hash.AppendData(segment.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // As it was sent: clients sign the encoded path.
    private static string GetPath(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        return path.StartsWith('/') ? path : "/";
    }

    private static void AppendQuery(StringBuilder text, HttpRequest request, bool isInQuery)
    {
        if (!request.QueryString.HasValue)
        {
            return;
        }

        var pairs = request.Query
            .Where(pair => !isInQuery || pair.Key != "X-Amz-Signature")
            .SelectMany(
                static pair => pair.Value, static (pair, value) => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(value ?? string.Empty)))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Value, StringComparer.Ordinal);
        _ = text.AppendJoin('&', pairs.Select(static pair => $"{pair.Name}={pair.Value}"));
    }

    private static string GetHeader(HttpRequest request, string name)
        => string.Join(',', request.Headers[name].Select(static value => CollapseSpaces(value ?? string.Empty)));

    private static string CollapseSpaces(string value)
    {
        var trimmed = value.Trim();
        return trimmed.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', trimmed.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : trimmed;
    }
}
