using System.IO.Compression;
using System.Net;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Compressed bodies: what is whole is done, what is not is refused, and then nothing is written.</summary>
public sealed class CompressedBodyTests : IAsyncLifetime
{
    private const string NotJson = """{"__type":"com.amazon.coral.service#SerializationException"}""";
    private const string Put =
        """{"TableName":"sent","Item":{"pk":{"S":"a"},"text":{"S":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}}""";

    private TestServer _server = null!; // set before each test

    public static TheoryData<string> Codings => ["gzip", "deflate", "raw deflate"];

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(new DynamoServerOptions { MaxRequestBytes = 200_000 });
        (await _server.SendAsync("CreateTable", Tables.Create("sent"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "GZIP")]
    [InlineData("gzip", " x-gzip ")]
    [InlineData("deflate", "deflate")]
    [InlineData("raw deflate", "deflate")]
    [InlineData("identity", "identity")]
    public async Task A_whole_body_is_done(string coding, string header)
    {
        (await SendAsync(header, Compress(coding, Encoding.UTF8.GetBytes(Put)))).ShouldBe(HttpStatusCode.OK, "{}");

        (await IsWrittenAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_gzip_header_may_have_all_its_parts()
    {
        var body = Compress("gzip", Encoding.UTF8.GetBytes(Put));
        byte[] header = [.. body[..3], 2 | 4 | 8 | 16, .. body[4..10], 3, 0, 1, 2, 3, .. "name\0comment\0"u8, 0, 0];

        (await SendAsync("gzip", [.. header, .. body[10..]])).ShouldBe(HttpStatusCode.OK, "{}");
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_body_that_is_cut_short_anywhere_is_refused_and_nothing_is_written(string coding)
    {
        var body = Compress(coding, Encoding.UTF8.GetBytes(Put));
        for (var length = 1; length < body.Length; length++)
        {
            (await SendAsync(HeaderOf(coding), body[..length])).ShouldBe(HttpStatusCode.BadRequest, NotJson);
        }

        (await IsWrittenAsync()).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_body_with_something_behind_it_is_refused_and_nothing_is_written(string coding)
    {
        var body = Compress(coding, Encoding.UTF8.GetBytes(Put));
        foreach (var garbage in new byte[][] { [0], [0x1F], [0x1F, 0x8B], body[^8..], body, new byte[20_000] })
        {
            (await SendAsync(HeaderOf(coding), [.. body, .. garbage])).ShouldBe(HttpStatusCode.BadRequest, NotJson);
        }

        (await IsWrittenAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("gzip", 8)]
    [InlineData("deflate", 4)]
    public async Task A_body_whose_checksum_or_length_is_another_is_refused_and_nothing_is_written(string coding, int trailerBytes)
    {
        for (var i = 1; i <= trailerBytes; i++)
        {
            var body = Compress(coding, Encoding.UTF8.GetBytes(Put));
            body[^i] ^= 1;
            (await SendAsync(coding, body)).ShouldBe(HttpStatusCode.BadRequest, NotJson);
        }

        (await IsWrittenAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("garbage", "identity")]
    [InlineData("br", "identity")]
    [InlineData("gzip", "identity")]
    [InlineData("deflate", "identity")]
    [InlineData("gzip", "deflate")]
    [InlineData("deflate", "gzip")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, identity", "gzip")]
    [InlineData("gzip, gzip", "gzip")]
    public async Task A_coding_that_is_unknown_or_another_or_not_alone_is_refused_and_nothing_is_written(string header, string coding)
    {
        (await SendAsync(header, Compress(coding, Encoding.UTF8.GetBytes(Put)))).ShouldBe(HttpStatusCode.BadRequest, NotJson);

        (await IsWrittenAsync()).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_small_body_that_decompresses_to_too_much_is_refused_and_nothing_is_written(string coding)
    {
        (await SendAsync(HeaderOf(coding), Compress(coding, Encoding.UTF8.GetBytes(Put.PadRight(10_000_000))))).Status.ShouldBe(
            HttpStatusCode.RequestEntityTooLarge);

        (await IsWrittenAsync()).ShouldBeFalse();
    }

    private static string HeaderOf(string coding) => coding == "raw deflate" ? "deflate" : coding;

    private static byte[] Compress(string coding, byte[] body)
    {
        if (coding == "identity")
        {
            return body;
        }

        using var output = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true),
            _ => new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            stream.Write(body);
        }

        return output.ToArray();
    }

    private Task<Answer> SendAsync(string encoding, byte[] body)
    {
        var request = TestServer.Request("DynamoDB_20120810.PutItem", body);
        request.Content!.Headers.TryAddWithoutValidation("Content-Encoding", encoding).ShouldBeTrue();
        return _server.SendAsync(request);
    }

    private async Task<bool> IsWrittenAsync()
        => (await _server.SendAsync("Scan", """{"TableName":"sent"}""")).Body.Contains("\"Count\":1", StringComparison.Ordinal);
}
