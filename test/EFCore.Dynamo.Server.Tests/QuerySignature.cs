using System.Security.Cryptography;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Signs a POST to "/" in its query, written from the specification, apart from the server's code.</summary>
internal static class QuerySignature
{
    /// <param name="query">The parameters without the signature, encoded and in the order of their names.</param>
    public static string Create(string secret, string region, string date, string query, string host, string body)
    {
        var canonical = $"POST\n/\n{query}\nhost:{host}\n\nhost\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{date[..8]}/{region}/dynamodb/aws4_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Sign(Sign(Sign(Sign(Encoding.UTF8.GetBytes("AWS4" + secret), date[..8]), region), "dynamodb"), "aws4_request");
        return Hex(Sign(key, toSign));
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
