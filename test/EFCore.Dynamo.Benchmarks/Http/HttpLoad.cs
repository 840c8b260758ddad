using System.Diagnostics;
using System.Net.Sockets;

namespace EFCore.Dynamo.Benchmarks.Http;

/// <summary>Requests over connections that are kept alive, one under way on each: a thread a connection, blocking sockets, no allocation a request.</summary>
/// <param name="endpoint">The server.</param>
/// <param name="requests">Whole requests as bytes; each connection sends them in turn, from a place of its own.</param>
/// <param name="connectionCount">Connections at a time.</param>
internal sealed class HttpLoad(Uri endpoint, byte[][] requests, int connectionCount = HttpLoad.DefaultConnectionCount)
{
    public const int DefaultConnectionCount = 16;

    /// <summary>Sends for a while.</summary>
    /// <returns>Requests a second, and the time that 99 of 100 took at most.</returns>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public (double RequestsPerSecond, double P99Microseconds) Run(TimeSpan duration)
    {
        var latencies = new List<long>[connectionCount];
        var start = Stopwatch.GetTimestamp();
        Exception? failure = null;
        var threads = Enumerable.Range(0, connectionCount).Select(connection => new Thread(() =>
        {
            try
            {
                latencies[connection] = Send(connection, start, duration);
            }
            catch (Exception exception) when (exception is SocketException or InvalidOperationException)
            {
                failure = exception;
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        if (failure is not null)
        {
            throw new InvalidOperationException($"The load on {endpoint} failed: {failure.Message}", failure);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var all = latencies.SelectMany(static list => list).Order().ToArray();
        return (all.Length / seconds, Stopwatch.GetElapsedTime(0, all[all.Length * 99 / 100]).TotalMicroseconds);
    }

    private List<long> Send(int connection, long start, TimeSpan duration)
    {
        using var client = new HttpConnection(endpoint);
        var latencies = new List<long>(64 * 1024);
        for (var i = connection * requests.Length / connectionCount; Stopwatch.GetElapsedTime(start) < duration; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            client.Exchange(requests[i % requests.Length]);
            latencies.Add(Stopwatch.GetTimestamp() - sent);
        }

        return latencies;
    }
}
