using System.Net;
using EFCore.Dynamo.Server.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EFCore.Dynamo.Server;

/// <summary>Where a server listens, whom it lets in, and how much it takes.</summary>
public sealed record DynamoServerOptions
{
    /// <summary>The largest request of the service: 16 MB.</summary>
    public const int DefaultMaxRequestBytes = 16 * 1024 * 1024;

    /// <summary>The address to listen on; the default is reached from this machine only.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0 takes a free one, which <see cref="DynamoServer.Endpoint" /> tells.</summary>
    public int Port { get; init; } = 8000;

    /// <summary>The region that the health line names and that signatures are scoped to.</summary>
    public string Region { get; init; } = "local";

    /// <summary>By access key id, the keys that requests must be signed with; null takes any well-formed Authorization header, as local emulators do.</summary>
    public IReadOnlyDictionary<string, AccessKey>? AccessKeys { get; init; }

    /// <summary>The largest body of a request, in bytes, also after decompression; a larger one is answered with status 413.</summary>
    public int MaxRequestBytes { get; init; } = DefaultMaxRequestBytes;

    /// <summary>
    ///     What the bodies of all requests under way may take together, in bytes; a request that finds too little left waits until others are answered.
    /// </summary>
    /// <remarks>Bodies up to 64 KB do not count. At least <see cref="MaxRequestBytes" />.</remarks>
    public long MaxTotalRequestBytes { get; init; } = 16L * DefaultMaxRequestBytes;

    /// <summary>Connections at a time; further ones are answered with status 503 and closed.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>The clock: date skew of signatures.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the server logs to.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;
}
