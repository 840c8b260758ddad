using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Engine.Tests.Contracts;

/// <summary>An engine in memory for each test.</summary>
public sealed class EmbeddedEndpoint(EmbeddedDynamoClient client) : IDynamoEndpoint
{
    public static readonly IDynamoEndpointFactory Factory = new EndpointFactory();

    public IDynamoClient Client => client;

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private sealed class EndpointFactory : IDynamoEndpointFactory
    {
        public ValueTask<IDynamoEndpoint> CreateAsync() =>
            ValueTask.FromResult<IDynamoEndpoint>(new EmbeddedEndpoint(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions())));
    }
}
