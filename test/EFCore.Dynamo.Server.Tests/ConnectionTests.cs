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
        using var connection = await RawConnection.ConnectAsync(server);
        var requests = string.Concat(
            RawConnection.Request("CreateTable", Tables.Create("pipelined")),
            RawConnection.Request("ListTables", "{}"),
            RawConnection.Request("Nonsense", "{}"));

        await connection.SendAsync(requests);
        var answers = await connection.ReadUntilAsync(static text => text.Contains("UnknownOperationException", StringComparison.Ordinal));

        var first = answers.IndexOf("\"TableDescription\"", StringComparison.Ordinal);
        var second = answers.IndexOf("""{"TableNames":["pipelined"]}""", StringComparison.Ordinal);
        first.ShouldBePositive();
        second.ShouldBeGreaterThan(first);
    }

    [Fact]
    public async Task A_request_that_arrives_byte_by_byte_is_answered()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.ConnectAsync(server);

        foreach (var value in Encoding.ASCII.GetBytes(RawConnection.Request("ListTables", "{ }")))
        {
            await connection.SendAsync(new[] { value });
        }

        (await connection.ReadUntilAsync(static text => text.EndsWith('}'))).ShouldEndWith("""{"TableNames":[]}""");
    }

    [Fact]
    public async Task A_client_that_goes_away_mid_request_disturbs_nobody()
    {
        await using var server = await TestServer.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var connection = await RawConnection.ConnectAsync(server);
            var request = Encoding.ASCII.GetBytes(RawConnection.Request("PutItem", new string(' ', 1000)));
            await connection.SendAsync(request.AsMemory(0, 50 + (i * 40)));
            connection.LingerState = new LingerOption(enable: i % 2 == 0, seconds: 0);
        }

        (await server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Idle_connections_disturb_nobody()
    {
        await using var server = await TestServer.StartAsync();
        var idle = new List<RawConnection>();
        try
        {
            for (var i = 0; i < 1000; i++)
            {
                idle.Add(await RawConnection.ConnectAsync(server));
            }

            (await server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            idle.ForEach(static connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_told_to_try_again_later()
    {
        await using var server = await TestServer.StartAsync(new DynamoServerOptions { MaxConnections = 2 });
        using var first = await RawConnection.ConnectAsync(server);
        using var second = await RawConnection.ConnectAsync(server);
        await first.SendAsync(RawConnection.Request("ListTables", "{}"));
        await second.SendAsync(RawConnection.Request("ListTables", "{}"));
        _ = await first.ReadUntilAsync(static text => text.EndsWith('}'));
        _ = await second.ReadUntilAsync(static text => text.EndsWith('}'));
        using var third = await RawConnection.ConnectAsync(server);
        await third.SendAsync(RawConnection.Request("ListTables", "{}"));

        var answer = await third.ReadToEndAsync();

        answer.ShouldStartWith("HTTP/1.1 503 Service Unavailable\r\n");
        answer.ShouldContain("\r\nConnection: close\r\n");
        answer.ShouldEndWith(
            """{"__type":"com.amazon.coral.availability#ServiceUnavailableException","message":"The server has reached its limit of connections. Try again later."}""");
        await first.SendAsync(RawConnection.Request("ListTables", "{}"));
        (await first.ReadUntilAsync(static text => text.EndsWith('}'))).ShouldStartWith("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task A_failure_of_the_client_is_an_internal_error_and_the_connection_lives_on()
    {
        await using var server = await TestServer.StartAsync(decorate: static inner => ClientProxy.Create(inner, static method =>
        {
            if (method == "GetItemAsync")
            {
                throw new InvalidOperationException("a bug with a secret in its text");
            }
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
}
