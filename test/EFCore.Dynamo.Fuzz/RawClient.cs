using System.Diagnostics;
using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EFCore.Dynamo.Fuzz;

/// <summary>Sends bytes as they are, over a connection that is kept while the server keeps it.</summary>
internal sealed class RawClient(Uri endpoint) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The server waits for the rest of a body that never comes; the client goes away, as clients do.
    private static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(50);

    private Socket? _socket;

    public Task<Answer> ExchangeAsync(FuzzRequest request) => ExchangeAsync(request.ToBytes(), request.EndsConnection);

    /// <summary>Sends a request, and receives its answer.</summary>
    /// <param name="request">All its bytes.</param>
    /// <param name="endsConnection">Whether nothing follows it on its connection: what is not HTTP may leave the server waiting for more.</param>
    public async Task<Answer> ExchangeAsync(byte[] request, bool endsConnection)
    {
        var start = Stopwatch.GetTimestamp();
        var received = new MemoryStream();
        using var timeout = new CancellationTokenSource(endsConnection ? ShortPatience : Patience);
        try
        {
            _socket ??= await ConnectAsync();
            await _socket.SendAsync(request, timeout.Token);
            var answer = await ReceiveAsync(_socket, received, request.AsSpan().StartsWith("HEAD "u8), timeout.Token);
            if (endsConnection || answer.Closes)
            {
                Disconnect();
            }

            return answer.Answer with { Elapsed = Stopwatch.GetElapsedTime(start) };
        }
        catch (SocketException exception)
        {
            Disconnect();
            return new Answer(0, exception.Message, Stopwatch.GetElapsedTime(start), null);
        }
        catch (OperationCanceledException)
        {
            Disconnect();
            return new Answer(0, "no answer", Stopwatch.GetElapsedTime(start), endsConnection ? null : $"no answer within {Patience.TotalSeconds} s");
        }
    }

    public void Dispose() => Disconnect();

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, endpoint.Port);
        return socket;
    }

    private void Disconnect()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private static async Task<(Answer Answer, bool Closes)> ReceiveAsync(Socket socket, MemoryStream received, bool isHead, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer, cancellationToken);
            if (count == 0)
            {
                return (new Answer(0, Encoding.UTF8.GetString(received.ToArray()), default, received.Length == 0 ? null : "the answer is cut off"), true);
            }

            received.Write(buffer, 0, count);
            if (TryParse(received.GetBuffer().AsSpan(0, (int)received.Length), isHead) is { } answer)
            {
                return answer;
            }
        }
    }

    /// <summary>Null while it is not complete.</summary>
    private static (Answer Answer, bool Closes)? TryParse(ReadOnlySpan<byte> received, bool isHead)
    {
        var headBytes = received.IndexOf("\r\n\r\n"u8) + 4;
        if (headBytes < 4)
        {
            return null;
        }

        var head = Encoding.ASCII.GetString(received[..headBytes]);
        var bodyBytes = isHead ? 0 : int.Parse(Header(head, "Content-Length") ?? "0", CultureInfo.InvariantCulture);
        if (received.Length < headBytes + bodyBytes)
        {
            return null;
        }

        var body = received.Slice(headBytes, bodyBytes);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var checksum = Header(head, "x-amz-crc32");
        var fault = isHead || checksum is null || checksum == Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture)
            ? null
            : "x-amz-crc32 is not the body's checksum";
        return (new Answer(
            status, Encoding.UTF8.GetString(body), default, fault), string.Equals(Header(head, "Connection"), "close", StringComparison.OrdinalIgnoreCase));
    }

    private static string? Header(string head, string name)
    {
        var start = head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        start += name.Length + 4;
        return head[start..head.IndexOf('\r', start)];
    }
}
