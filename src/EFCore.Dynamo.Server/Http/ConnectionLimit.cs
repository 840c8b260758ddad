using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Answers a connection beyond the limit with 503, which every client of the service tries again, instead of closing it without a word.</summary>
/// <param name="maxConnections">Connections at a time that are served.</param>
internal sealed class ConnectionLimit(int maxConnections)
{
    /// <summary>Connections at a time that get the answer; those beyond are closed at once.</summary>
    public const int MaxRefusals = 64;

    // A client that sends nothing is not waited for longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly byte[] Answer = CreateAnswer();

    private int _count;

    public ConnectionDelegate Apply(ConnectionDelegate next) => async connection =>
    {
        try
        {
            if (Interlocked.Increment(ref _count) <= maxConnections)
            {
                await next(connection);
            }
            else
            {
                await RefuseAsync(connection);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    };

    private static async Task RefuseAsync(ConnectionContext connection)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        timeout.CancelAfter(Patience);
        try
        {
            // Closing with unread bytes would reset the connection, and the client might lose the answer.
            var request = await connection.Transport.Input.ReadAsync(timeout.Token);
            connection.Transport.Input.AdvanceTo(request.Buffer.End);
            await connection.Transport.Output.WriteAsync(Answer, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            // The client sent nothing, or went away.
        }
        catch (ConnectionResetException)
        {
            // Likewise.
        }
    }

    private static byte[] CreateAnswer()
    {
        const string Body =
            """{"__type":"com.amazon.coral.availability#ServiceUnavailableException","message":"The server has reached """
            + "its limit of connections. Try again later.\"}";
        var checksum = System.IO.Hashing.Crc32.HashToUInt32(Encoding.ASCII.GetBytes(Body));
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/x-amz-json-1.0\r\nConnection: close\r\nx-amz-crc32: {checksum}\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));
    }
}
