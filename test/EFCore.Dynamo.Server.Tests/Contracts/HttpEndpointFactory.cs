using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Contracts;
using EFCore.Dynamo.Server.Tests.Sdk;

namespace EFCore.Dynamo.Server.Tests.Contracts;

/// <summary>
///     A server and an SDK client for one test; or, where the environment variable <c>DYNAMO_ENDPOINT</c> has an address, a client for the DynamoDB there.
/// </summary>
/// <remarks>
///     Requests to a named endpoint are signed for <c>DYNAMO_REGION</c>, by default us-east-1, with the environment's credentials. Its errors are expected in
///     today's dialect, unless <c>DYNAMO_DIALECT</c> is <c>classic</c>.
/// </remarks>
internal sealed class HttpEndpointFactory : IDynamoEndpointFactory
{
    public async ValueTask<IDynamoEndpoint> CreateAsync()
        => Environment.GetEnvironmentVariable("DYNAMO_ENDPOINT") is { Length: > 0 } address
            ? new NamedEndpoint(new Uri(address))
            : new Endpoint(await TestServer.StartAsync());

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

    private sealed class NamedEndpoint(Uri address) : IDynamoEndpoint
    {
        public bool IsClassic => string.Equals(Environment.GetEnvironmentVariable("DYNAMO_DIALECT"), "classic", StringComparison.OrdinalIgnoreCase);

        public IDynamoClient Client { get; } = new AwsDynamoClient(new AwsDynamoClientOptions
        {
            ServiceUrl = address,
            Region = Environment.GetEnvironmentVariable("DYNAMO_REGION") ?? "us-east-1",
            Retries = AwsRetryOptions.None,
        });

        public ValueTask DisposeAsync() => Client.DisposeAsync();
    }
}
