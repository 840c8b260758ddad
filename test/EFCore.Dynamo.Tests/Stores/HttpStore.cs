using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Server;

namespace EFCore.Dynamo.Tests.Stores;

/// <summary>A server on a free port, reached through the AWS SDK by connection string.</summary>
public sealed class HttpStore : TestStore
{
    private readonly EmbeddedDynamoClient _engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
    private readonly DynamoServer _server;

    public HttpStore()
    {
        _server = DynamoServer.StartAsync(_engine, new DynamoServerOptions { Port = 0 }).GetAwaiter().GetResult();
        ConnectionString = $"Service Url={_server.Endpoint};Region=local";
    }

    /// <inheritdoc />
    public override string ConnectionString { get; }

    /// <inheritdoc />
    public override IDynamoClient Client => RemoteClients.Get(DynamoConnectionString.Parse(ConnectionString));

    /// <inheritdoc />
    public override void Dispose()
    {
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _engine.Dispose();
    }
}
