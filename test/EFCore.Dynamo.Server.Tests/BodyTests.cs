using System.Net;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Bodies on their way: in pieces, in chunks, half sent, too many at once.</summary>
public sealed class BodyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_client_that_waits_for_100_continue_gets_it()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);

        await connection.SendAsync(RawConnection.Head("ListTables", "Expect: 100-continue\r\nContent-Length: 2\r\n"));
        (await connection.ReadUntilAsync(static text => text.EndsWith("\r\n\r\n", StringComparison.Ordinal))).ShouldBe("HTTP/1.1 100 Continue\r\n\r\n");
        await connection.SendAsync("{}");

        (await connection.ReadUntilAsync(static text => text.EndsWith('}'))).ShouldStartWith("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task A_body_announced_as_too_large_is_refused_before_it_is_sent()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);

        await connection.SendAsync(RawConnection.Head(
            "ListTables", $"Expect: 100-continue\r\nContent-Length: {DynamoServerOptions.DefaultMaxRequestBytes + 1}\r\n"));

        var answer = await connection.ReadUntilAsync(static text => text.EndsWith('}'));
        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("\r\nConnection: close\r\n");
        answer.ShouldEndWith(
            """{"__type":"com.amazon.coral.service#RequestEntityTooLargeException","message":"Request must be smaller than 16777216 bytes for the service"}""");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(70_000)]
    public async Task A_chunked_body_is_one_body(int chunkBytes)
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);
        var body = $$"""{"ExclusiveStartTableName":"abc"{{new string(' ', 2 * chunkBytes)}}}""";
        var chunks = body.Chunk(chunkBytes).Select(static chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n");

        await connection.SendAsync(RawConnection.Head("ListTables", "Transfer-Encoding: chunked\r\n") + string.Concat(chunks) + "0\r\n\r\n");
        (await connection.ReadUntilAsync(static text => text.EndsWith('}'))).ShouldEndWith("""{"TableNames":[]}""");

        await connection.SendAsync(RawConnection.Request("ListTables", "{}"));
        (await connection.ReadUntilAsync(static text => text.EndsWith('}'))).ShouldStartWith("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Chunks_that_are_none_are_a_bad_request()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);

        await connection.SendAsync(RawConnection.Head("ListTables", "Transfer-Encoding: chunked\r\n") + "nonsense\r\n{}\r\n");

        (await connection.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 400 Bad Request");
    }

    [Fact]
    public async Task A_client_that_ends_in_the_middle_of_its_body_is_cut_off()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);

        await connection.SendAsync(RawConnection.Head("ListTables", "Content-Length: 20\r\n") + "{");
        connection.EndSending();

        await connection.ShouldBeClosedAsync();
    }

    [Fact]
    public async Task Something_else_than_HTTP_is_a_bad_request()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);

        await connection.SendAsync("\u0016\u0003\u0001 hello\r\n\r\n");

        (await connection.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 400 Bad Request");
    }

    [Fact]
    public async Task The_largest_body_of_the_service_is_taken()
    {
        await using var server = await TestServer.StartAsync();

        (await server.SendAsync("ListTables", "{}".PadRight(DynamoServerOptions.DefaultMaxRequestBytes))).ShouldBe(HttpStatusCode.OK, """{"TableNames":[]}""");
    }

    [Fact]
    public async Task Half_sent_bodies_keep_large_ones_waiting_and_nobody_else()
    {
        const int LargeBytes = 200_000;
        await using var server = await TestServer.StartAsync(new DynamoServerOptions { MaxRequestBytes = LargeBytes, MaxTotalRequestBytes = 2 * LargeBytes });
        var half = new List<RawConnection>();
        try
        {
            for (var i = 0; i < 2; i++)
            {
                half.Add(await RawConnection.ConnectAsync(server));
                await half[i].SendAsync(RawConnection.Head("ListTables", $"Expect: 100-continue\r\nContent-Length: {LargeBytes}\r\n"));
                // The server asks for the body when it has reserved its place.
                await half[i].ReadUntilAsync(static text => text.EndsWith("\r\n\r\n", StringComparison.Ordinal));
                await half[i].SendAsync("{ ");
            }

            using var third = await RawConnection.ConnectAsync(server);
            await third.SendAsync(RawConnection.Head("ListTables", $"Expect: 100-continue\r\nContent-Length: {LargeBytes}\r\n"));
            for (var i = 0; i < 10; i++)
            {
                (await server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
            }

            third.HasAnswer.ShouldBeFalse();

            await half[0].SendAsync("}".PadRight(LargeBytes - 2));
            (await half[0].ReadUntilAsync(static text => text.EndsWith('}'))).ShouldStartWith("HTTP/1.1 200 OK");
            (await third.ReadUntilAsync(static text => text.EndsWith("\r\n\r\n", StringComparison.Ordinal))).ShouldBe("HTTP/1.1 100 Continue\r\n\r\n");
            await third.SendAsync("{}".PadRight(LargeBytes));
            (await third.ReadUntilAsync(static text => text.EndsWith('}'))).ShouldStartWith("HTTP/1.1 200 OK");
        }
        finally
        {
            half.ForEach(static connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Whoever_goes_away_while_waiting_or_sending_gives_its_place_to_others()
    {
        const int LargeBytes = 200_000;
        await using var server = await TestServer.StartAsync(new DynamoServerOptions { MaxRequestBytes = LargeBytes, MaxTotalRequestBytes = LargeBytes });
        for (var i = 0; i < 3; i++)
        {
            using var sending = await RawConnection.ConnectAsync(server);
            await sending.SendAsync(RawConnection.Head("ListTables", $"Content-Length: {LargeBytes}\r\n") + "{");
            using var waiting = await RawConnection.ConnectAsync(server);
            await waiting.SendAsync(RawConnection.Head("ListTables", $"Content-Length: {LargeBytes}\r\n") + "{");
        }

        (await server.SendAsync("ListTables", "{}".PadRight(LargeBytes)).WaitAsync(Patience)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_large_bodies_at_once_take_no_more_than_the_budget()
    {
        const int LargeBytes = 4_000_000;
        await using var server = await TestServer.StartAsync(new DynamoServerOptions { MaxTotalRequestBytes = DynamoServerOptions.DefaultMaxRequestBytes });
        (await server.SendAsync("CreateTable", Tables.Create("large"))).Status.ShouldBe(HttpStatusCode.OK);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.SendAsync("ListTables", "{}".PadRight(LargeBytes)))).WaitAsync(Patience);

        answers.ShouldAllBe(static answer => answer.Body == """{"TableNames":["large"]}""");
    }

    [Fact]
    public async Task Raw_deflate_is_understood_too()
    {
        await using var server = await TestServer.StartAsync();
        using var output = new MemoryStream();
        using (var stream = new System.IO.Compression.DeflateStream(output, System.IO.Compression.CompressionLevel.Optimal))
        {
            stream.Write(Encoding.UTF8.GetBytes("""{"Limit":1}"""));
        }

        var request = TestServer.Request("DynamoDB_20120810.ListTables", output.ToArray());
        request.Content!.Headers.ContentEncoding.Add("deflate");

        (await server.SendAsync(request)).ShouldBe(HttpStatusCode.OK, """{"TableNames":[]}""");
    }

    [Fact]
    public async Task A_compressed_body_that_needs_a_dictionary_is_a_serialization_error()
    {
        await using var server = await TestServer.StartAsync();
        var request = TestServer.Request("DynamoDB_20120810.ListTables", [0x78, 0x20, 1, 2, 3, 4, 5, 6, 7, 8]);
        request.Content!.Headers.ContentEncoding.Add("deflate");

        (await server.SendAsync(request)).ShouldBe(HttpStatusCode.BadRequest, """{"__type":"com.amazon.coral.service#SerializationException"}""");
    }
}
