using System.Net;
using EFCore.Dynamo.Server.Authentication;
using EFCore.Dynamo.Server.Http;
using EFCore.Dynamo.Server.Operations;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EFCore.Dynamo.Server;

/// <summary>A DynamoDB endpoint over HTTP in front of an <see cref="IDynamoClient" />.</summary>
/// <remarks>
///     Kestrel without host, configuration and routing: it starts in milliseconds. Whatever the client refuses is answered with its own error; the server has
///     no rules of its own beyond the protocol. It does not dispose the client.
/// </remarks>
public sealed class DynamoServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly CancellationTokenSource _stopped = new();

    private int _isDisposed;

    private DynamoServer(KestrelServer server, Uri endpoint)
    {
        _server = server;
        Endpoint = endpoint;
    }

    /// <summary>Where clients find the server, such as <c>http://127.0.0.1:8000/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="client">Answers the requests; safe for concurrent use, as every client is.</param>
    /// <param name="options">The address, limits and access keys.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use, or the address is none of this machine.</exception>
    public static async Task<DynamoServer> StartAsync(IDynamoClient client, DynamoServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        var server = CreateKestrel(options);
        try
        {
            var authentication = options.AccessKeys is { } accessKeys
                ? new SignatureAuthentication(accessKeys, options.Region, options.TimeProvider)
                : (IRequestAuthentication)new ShapeAuthentication();
            var bodies = new BodyReader(new BodyBudget(options.MaxTotalRequestBytes), options.MaxRequestBytes);
            var logger = options.LoggerFactory.CreateLogger<DynamoServer>();
            var handler = new RequestHandler(client, OperationTable.Routes, authentication, bodies, options.Region, logger);
            await server.StartAsync(new RequestApplication(handler), cancellationToken);
            var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First(); // Kestrel has it, and one address was given
            return new DynamoServer(server, new Uri(address));
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Accepts nothing new, and lets the requests under way end.</summary>
    /// <param name="cancellationToken">Cuts them off.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => _server.StopAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _stopped.CancelAsync();
        await _server.StopAsync(_stopped.Token);
        _server.Dispose();
        _stopped.Dispose();
    }

    private static KestrelServer CreateKestrel(DynamoServerOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        var limit = new ConnectionLimit(options.MaxConnections);
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections + (long)ConnectionLimit.MaxRefusals;

        // What a connection may hold before its body is read, which is where all bodies together are bounded.
        kestrel.Limits.MaxRequestBufferSize = BodyBudget.FreeBytes;

        // As far as the buffer goes: what is longer than the service's limit is answered as the service does (RequestHead).
        kestrel.Limits.MaxRequestLineSize = BodyBudget.FreeBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = BodyBudget.FreeBytes;
        kestrel.Limits.MaxRequestHeaderCount = BodyBudget.FreeBytes;

        // The server counts itself, to answer as the service does.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(new IPEndPoint(options.Address, options.Port), listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(limit.Apply);
        });

        // Waiting for data without a buffer is one more call of the system for each request, a twentieth of the server's time; an idle connection holds 4 KB
        // for it.
        var sockets = new SocketTransportOptions { WaitForDataBeforeAllocatingBuffer = false };
        var transport = new SocketTransportFactory(Options.Create(sockets), options.LoggerFactory);
        return new KestrelServer(Options.Create(kestrel), transport, options.LoggerFactory);
    }
}
