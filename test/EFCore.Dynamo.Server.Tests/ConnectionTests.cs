using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Connections, well and badly behaved.</summary>
public sealed class ConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Requests_may_follow_each_other_before_the_first_is_answered()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await ConnectAsync(server);
        var requests = string.Concat(RawRequest("CreateTable", Tables.Create("pipelined")), RawRequest("ListTables", "{}"), RawRequest("Nonsense", "{}"));

        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(requests));
        var answers = await ReadUntilAsync(connection, static text => text.Contains("UnknownOperationException", StringComparison.Ordinal));

        var first = answers.IndexOf("\"TableDescription\"", StringComparison.Ordinal);
        var second = answers.IndexOf("""{"TableNames":["pipelined"]}""", StringComparison.Ordinal);
        first.ShouldBePositive();
        second.ShouldBeGreaterThan(first);
    }

    [Fact]
    public async Task A_request_that_arrives_byte_by_byte_is_answered()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await ConnectAsync(server);

        foreach (var value in Encoding.ASCII.GetBytes(RawRequest("ListTables", "{ }")))
            await connection.GetStream().WriteAsync(new[] { value });

        (await ReadUntilAsync(connection, static text => text.EndsWith('}'))).ShouldEndWith("""{"TableNames":[]}""");
    }

    [Fact]
    public async Task A_client_that_goes_away_mid_request_disturbs_nobody()
    {
        await using var server = await TestServer.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var connection = await ConnectAsync(server);
            var request = Encoding.ASCII.GetBytes(RawRequest("PutItem", new string(' ', 1000)));
            await connection.GetStream().WriteAsync(request.AsMemory(0, 50 + (i * 40)));
            connection.LingerState = new LingerOption(enable: i % 2 == 0, seconds: 0);
        }

        (await server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Idle_connections_disturb_nobody()
    {
        await using var server = await TestServer.StartAsync();
        var idle = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 200; i++)
                idle.Add(await ConnectAsync(server));

            (await server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            idle.ForEach(static connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed()
    {
        await using var server = await TestServer.StartAsync(new DynamoServerOptions { MaxConnections = 2 });
        using var first = await ConnectAsync(server);
        using var second = await ConnectAsync(server);
        await first.GetStream().WriteAsync(Encoding.ASCII.GetBytes(RawRequest("ListTables", "{}")));
        await second.GetStream().WriteAsync(Encoding.ASCII.GetBytes(RawRequest("ListTables", "{}")));
        _ = await ReadUntilAsync(first, static text => text.EndsWith('}'));
        _ = await ReadUntilAsync(second, static text => text.EndsWith('}'));
        using var third = await ConnectAsync(server);

        await ShouldBeClosedAsync(third);
    }

    [Fact]
    public async Task A_failure_of_the_client_is_an_internal_error_and_the_connection_lives_on()
    {
        await using var server = await TestServer.StartAsync(decorate: static inner => ClientProxy.Create(inner, static method =>
        {
            if (method == "GetItemAsync")
                throw new InvalidOperationException("a bug with a secret in its text");
        }));

        (await server.SendAsync("GetItem", "{}")).ShouldBe(
            HttpStatusCode.InternalServerError, """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"Internal server error"}""");
        (await server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stopping_lets_a_request_under_way_end()
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        await using var server = await TestServer.StartAsync(decorate: inner => ClientProxy.Create(inner, _ =>
        {
            entered.Set();
            release.Wait(Patience).ShouldBeTrue();
        }));
        var answer = server.SendAsync("ListTables", "{}");
        entered.Wait(Patience).ShouldBeTrue();

        var stopping = server.Server.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        release.Set();

        (await answer).ShouldBe(HttpStatusCode.OK, """{"TableNames":[]}""");
        await stopping.WaitAsync(Patience);
        await Should.ThrowAsync<HttpRequestException>(() => server.SendAsync("ListTables", "{}"));
    }

    [Fact]
    public async Task A_port_in_use_is_an_IO_error()
    {
        await using var server = await TestServer.StartAsync();
        var client = ClientProxy.Create(null!, static _ => { }); // never called

        await Should.ThrowAsync<IOException>(() => DynamoServer.StartAsync(client, new DynamoServerOptions { Port = server.Server.Endpoint.Port }));
    }

    private static string RawRequest(string operation, string body) =>
        $"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: DynamoDB_20120810.{operation}\r\nX-Amz-Date: 20260101T000000Z\r\n"
        + $"Authorization: {TestServer.AnySignature}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private static async Task<TcpClient> ConnectAsync(TestServer server)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.Server.Endpoint.Port);
        return connection;
    }

    private static async Task<string> ReadUntilAsync(TcpClient connection, Func<string, bool> isComplete)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!isComplete(text.ToString()))
        {
            var count = await connection.GetStream().ReadAsync(buffer, timeout.Token);
            count.ShouldBePositive(text.ToString());
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    private static async Task ShouldBeClosedAsync(TcpClient connection)
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            (await connection.GetStream().ReadAsync(new byte[1], timeout.Token)).ShouldBe(0);
        }
        catch (IOException exception)
        {
            exception.InnerException.ShouldBeOfType<SocketException>().SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
        }
    }
}
