using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.EndpointContracts;

/// <summary>Any DynamoDB: the one that the environment variable <c>DYNAMO_ENDPOINT</c> names, such as <c>http://127.0.0.1:8000</c>.</summary>
/// <remarks>Region and credentials are those of the environment; a service on this machine needs none.</remarks>
internal sealed class NamedEndpointFactory : IDynamoEndpointFactory
{
    public ValueTask<IDynamoEndpoint> CreateAsync()
    {
        var url = Environment.GetEnvironmentVariable("DYNAMO_ENDPOINT")
            ?? throw new InvalidOperationException("Name the endpoint in the environment variable DYNAMO_ENDPOINT; eng/endpoint-contracts does it.");
        return ValueTask.FromResult<IDynamoEndpoint>(new Endpoint(new Uri(url)));
    }

    private sealed class Endpoint(Uri url) : IDynamoEndpoint
    {
        public IDynamoClient Client { get; } = new AwsDynamoClient(new AwsDynamoClientOptions
        {
            ServiceUrl = url,
            Region = Environment.GetEnvironmentVariable("AWS_REGION") ?? "local",
            Retries = AwsRetryOptions.None, // contracts look at what one request answers
        });

        public ValueTask DisposeAsync() => Client.DisposeAsync();
    }
}
