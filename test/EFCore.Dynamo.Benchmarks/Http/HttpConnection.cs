using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EFCore.Dynamo.Benchmarks.Http;

/// <summary>One connection that is kept alive, one request under way: a blocking socket, no allocation a request.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int MaxAnswerBytes = 256 * 1024;
    private const int TimeoutMilliseconds = 10_000;

    private readonly Socket _socket = new(
        AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    { NoDelay = true, ReceiveTimeout = TimeoutMilliseconds };
    private readonly byte[] _answer = new byte[MaxAnswerBytes];

    public HttpConnection(Uri endpoint) => _socket.Connect(IPAddress.Loopback, endpoint.Port);

    /// <summary>Sends a whole request, and receives its whole answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public void Exchange(byte[] request)
    {
        _socket.Send(request);
        var (received, expected) = (0, 0);
        while (expected == 0 || received < expected)
        {
            var count = _socket.Receive(_answer.AsSpan(received));
            if (count == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            received += count;
            if (expected == 0)
            {
                expected = AnswerLength(_answer.AsSpan(0, received));
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Headers and body together; 0 while the headers are not complete.</summary>
    private static int AnswerLength(ReadOnlySpan<byte> received)
    {
        var headerBytes = received.IndexOf("\r\n\r\n"u8) + 4;
        if (headerBytes < 4)
        {
            return 0;
        }

        if (!received.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException("An answer was not 200: " + Encoding.UTF8.GetString(received));
        }

        var header = "\r\nContent-Length: "u8;
        var length = received[..headerBytes].IndexOf(header);
        if (length < 0 || !Utf8Parser.TryParse(received[(length + header.Length)..], out int bodyBytes, out _))
        {
            throw new InvalidOperationException("An answer had no Content-Length.");
        }

        return headerBytes + bodyBytes;
    }
}
