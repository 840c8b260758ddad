using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>A response with its body as it came.</summary>
internal sealed class Answer(HttpResponseMessage response, byte[] bytes)
{
    public HttpStatusCode Status => response.StatusCode;

    public byte[] Bytes => bytes;

    public string Body => Encoding.UTF8.GetString(bytes);

    /// <summary>A header of response or body; null where there is none.</summary>
    public string? Header(string name)
        => response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(',', values) : null;

    public void ShouldBe(HttpStatusCode status, string body)
    {
        Body.ShouldBe(body);
        Status.ShouldBe(status);
        Header("x-amz-crc32").ShouldBe(Crc32.HashToUInt32(bytes).ToString(CultureInfo.InvariantCulture));
        Header("x-amzn-RequestId").ShouldNotBeNull().ShouldMatch("^[A-Z0-9]{52}$");
    }
}
