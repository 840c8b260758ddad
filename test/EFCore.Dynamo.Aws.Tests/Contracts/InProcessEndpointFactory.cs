using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Contracts;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Aws.Tests.Contracts;

/// <summary>An engine in memory for one test, reached through the SDK in process and back: both directions of every codec.</summary>
internal sealed class InProcessEndpointFactory : IDynamoEndpointFactory
{
    public ValueTask<IDynamoEndpoint> CreateAsync() => ValueTask.FromResult<IDynamoEndpoint>(new Endpoint());

    private sealed class Endpoint : IDynamoEndpoint
    {
        private readonly EmbeddedAmazonDynamoDB _sdk = new(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));

        public Endpoint() => Client = new AwsDynamoClient(_sdk, AwsRetryOptions.None);

        public IDynamoClient Client { get; }

        // Version 4 of the SDK has streams in a package of its own.
        public IDynamoStreamsClient Streams => (IDynamoStreamsClient)_sdk.Client;

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            _sdk.Dispose();
        }
    }
}
