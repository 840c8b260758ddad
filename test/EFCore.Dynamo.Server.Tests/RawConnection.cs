using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>A connection on which a test decides over each byte.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _client = new();

    private NetworkStream _stream = null!; // set when it is connected

    public LingerOption LingerState
    {
        set => _client.LingerState = value;
    }

    public static Task<RawConnection> ConnectAsync(TestServer server) => ConnectAsync(server.Server.Endpoint);

    public static async Task<RawConnection> ConnectAsync(Uri endpoint)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(IPAddress.Loopback, endpoint.Port);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    /// <summary>The headers of a request that is well-formed but for what a test adds or leaves out.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="moreHeaders">Each with its line's end.</param>
    public static string Head(string operation, string moreHeaders)
        => $"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: DynamoDB_20120810.{operation}\r\nX-Amz-Date: "
            + "20260101T000000Z\r\n"
        + $"Authorization: {TestServer.AnySignature}\r\n{moreHeaders}\r\n";

    public static string Request(string operation, string body) => Head(operation, $"Content-Length: {body.Length}\r\n") + body;

    public Task SendAsync(string text) => SendAsync(Encoding.ASCII.GetBytes(text));

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => _stream.WriteAsync(bytes).AsTask();

    /// <summary>Says that nothing more will be sent, and goes on listening.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>All that is received until it is complete.</summary>
    public async Task<string> ReadUntilAsync(Func<string, bool> isComplete)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!isComplete(text.ToString()))
        {
            var count = await _stream.ReadAsync(buffer, timeout.Token);
            count.ShouldBePositive(text.ToString());
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    /// <summary>All that is received until the server closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var received = new MemoryStream();
        await _stream.CopyToAsync(received, timeout.Token);
        return Encoding.ASCII.GetString(received.ToArray());
    }

    /// <summary>Whether a byte is there to be read, without waiting.</summary>
    public bool HasAnswer => _client.Available > 0;

    public async Task ShouldBeClosedAsync()
    {
        try
        {
            (await ReadToEndAsync()).ShouldBeEmpty();
        }
        catch (IOException exception)
        {
            exception.InnerException.ShouldBeOfType<SocketException>().SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
        }
    }

    public void Dispose() => _client.Dispose();
}
