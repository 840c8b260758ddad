using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EFCore.Dynamo.Benchmarks.Http;

/// <summary>What our server stands on: Kestrel, a handler that reads the request and sends the same bytes each time, and nothing else.</summary>
internal sealed class BareServer : IDisposable
{
    /// <summary>The first argument of a process that is to be one; the second is the file with the body.</summary>
    public const string Command = "bare-server";

    private readonly KestrelServer _kestrel;

    private BareServer(KestrelServer kestrel) => _kestrel = kestrel;

    public Uri Endpoint => new(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First()); // Kestrel has it, and listens

    public static async Task<BareServer> StartAsync(byte[] body)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(new IPEndPoint(IPAddress.Loopback, 0), static listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var started = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await started.StartAsync(new Application(body), CancellationToken.None);
        return new BareServer(started);
    }

    /// <summary>Runs until the process is killed.</summary>
    public static async Task RunAsync(string bodyPath)
    {
        using var server = await StartAsync(await File.ReadAllBytesAsync(bodyPath));
        Console.WriteLine("ready at " + server.Endpoint);
        await Task.Delay(Timeout.Infinite);
    }

    public void Dispose()
    {
        _kestrel.StopAsync(CancellationToken.None).Wait();
        _kestrel.Dispose();
    }

    private sealed class Application(byte[] body) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public async Task ProcessRequestAsync(HttpContext context)
        {
            var reader = context.Request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync();
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }
            }

            // The headers of ours, so that both send as many bytes.
            var response = context.Response;
            response.Headers.Server = "Server";
            response.Headers["x-amzn-RequestId"] = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ";
            response.Headers["x-amz-crc32"] = "1234567890";
            response.ContentType = "application/x-amz-json-1.0";
            response.ContentLength = body.Length;
            await response.BodyWriter.WriteAsync(body);
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Nothing is held.
        }
    }
}
