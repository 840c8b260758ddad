using System.Globalization;
using System.Text;

namespace EFCore.Dynamo.Fuzz;

/// <summary>A request in the making: mutations change its parts, and its bytes are what is sent.</summary>
internal sealed class FuzzRequest
{
    private const string Signature =
        "AWS4-HMAC-SHA256 Credential=fuzz/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=0";

    public FuzzRequest(string service, string operation, byte[] body)
    {
        Operation = operation;
        Body = body;
        Headers =
        [
            new("Host", "localhost"),
            new("Content-Type", "application/x-amz-json-1.0"),
            new("X-Amz-Target", $"{service}_20120810.{operation}"),
            new("X-Amz-Date", "20260101T000000Z"),
            new("Authorization", Signature),
        ];
    }

    public string Operation { get; }

    public string Method { get; set; } = "POST";

    public string Target { get; set; } = "/";

    public List<KeyValuePair<string, string>> Headers { get; }

    public byte[] Body { get; set; }

    /// <summary>Whether the body is still JSON that a tree can hold: no mutation of its bytes has been at it.</summary>
    public bool IsTree { get; set; } = true;

    /// <summary>What stands between headers and body as sent; null for the body's length.</summary>
    public string? Framing { get; set; }

    /// <summary>Whether nothing follows on the connection: the server may be waiting for more than was sent.</summary>
    public bool EndsConnection { get; set; }

    /// <summary>Whether the server may close the connection instead of answering: the request is not HTTP.</summary>
    public bool MayBeCutOff { get; set; }

    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            _ = head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        _ = head.Append(Framing ?? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}")).Append("\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Body];
    }
}
