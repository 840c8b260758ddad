using System.Text;
using EFCore.Dynamo.Server.Http;
using Microsoft.Extensions.Primitives;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Which answers are compressed, and how.</summary>
public sealed class ResponseCompressionTests
{
    [Theory]
    [InlineData(4_095, null)]
    [InlineData(4_096, "gzip")]
    public void The_threshold_is_4096_bytes(int lengthBytes, string? encoding) => ResponseCompression.Choose("gzip", lengthBytes).ShouldBe(encoding);

    [Fact]
    public void The_first_of_several_headers_decides()
    {
        ResponseCompression.Choose(new StringValues(["deflate", "gzip"]), 5_000).ShouldBe("deflate");
        ResponseCompression.Choose(new StringValues(["identity", "gzip"]), 5_000).ShouldBeNull();
        ResponseCompression.Choose(new StringValues(["br", "gzip"]), 5_000).ShouldBeNull();
        ResponseCompression.Choose(StringValues.Empty, 5_000).ShouldBeNull();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Text_without_repetitions_gets_smaller_too(string encoding)
    {
        var random = new byte[6_000];
        new Random(7).NextBytes(random);
        foreach (var text in new[] { Convert.ToBase64String(random), Convert.ToHexString(random) })
        {
            ResponseCompression.Compress(encoding, Encoding.ASCII.GetBytes(text)).Length.ShouldBeLessThan(text.Length * 9 / 10);
        }
    }
}
