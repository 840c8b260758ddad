using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Contracts;
using EFCore.Dynamo.Server.Tests.Sdk;

namespace EFCore.Dynamo.Server.Tests.Contracts;

/// <summary>A server and an SDK client for one test.</summary>
internal sealed class HttpEndpointFactory : IDynamoEndpointFactory
{
    public async ValueTask<IDynamoEndpoint> CreateAsync() => new Endpoint(await TestServer.StartAsync());

    private sealed class Endpoint(TestServer server) : IDynamoEndpoint
    {
        public IDynamoClient Client { get; } = new AwsDynamoClient(SdkClients.Create(server.Server.Endpoint), AwsRetryOptions.None);

        public IDynamoStreamsClient Streams { get; } = new StreamsHttpClient(server);

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
