namespace EFCore.Dynamo.Server.Tests;

/// <summary>Request lines and headers that are longer than the service takes get an answer.</summary>
public sealed class RequestHeadTests
{
    [Theory]
    [InlineData(17_000)]
    [InlineData(40_000)]
    public async Task A_long_request_line_is_a_bad_request(int lengthBytes)
        => (await SendAsync($"GET /?{new string('x', lengthBytes)} HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldStartWith("HTTP/1.1 400 Bad Request\r\n");

    [Theory]
    [InlineData(1, 17_000)]
    [InlineData(20, 900)]
    [InlineData(300, 60)]
    [InlineData(2, 20_000)]
    public async Task Headers_that_are_long_together_are_a_bad_request(int count, int lengthBytes)
    {
        var headers = string.Concat(Enumerable.Range(1, count).Select(i => $"X-Long-{i}: {new string('x', lengthBytes)}\r\n"));

        var answer = await SendAsync(RawConnection.Head("ListTables", headers + "Content-Length: 2\r\n") + "{}");

        answer.ShouldStartWith("HTTP/1.1 400 Bad Request\r\n");
        answer.ShouldContain("\r\nConnection: close\r\n");
        answer.ShouldContain("\r\nx-amzn-RequestId: ");
    }

    [Fact]
    public async Task Request_line_and_headers_up_to_the_limit_are_taken()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);

        await connection.SendAsync(
            RawConnection.Head("ListTables", $"X-Long: {new string('x', 15_000)}\r\nContent-Length: 2\r\n").Replace(
                "POST / ", $"POST /?{new string('x', 16_000)} ", StringComparison.Ordinal) + "{}");

        (await connection.ReadUntilAsync(static text => text.EndsWith('}'))).ShouldStartWith("HTTP/1.1 200 OK");
    }

    private static async Task<string> SendAsync(string request)
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);
        await connection.SendAsync(request);
        return await connection.ReadToEndAsync();
    }
}
