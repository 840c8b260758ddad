using EFCore.Dynamo.Contracts;

namespace EFCore.Dynamo.Engine.Tests.Contracts;

/// <summary>An engine in memory for each test.</summary>
public sealed class EmbeddedEndpoint(EmbeddedDynamoClient client, ValidationDialect dialect) : IDynamoEndpoint
{
    public static readonly IDynamoEndpointFactory Factory = new EndpointFactory(ValidationDialect.Current);
    public static readonly IDynamoEndpointFactory Classic = new EndpointFactory(ValidationDialect.Classic);

    public IDynamoClient Client => client;

    public bool IsClassic => dialect == ValidationDialect.Classic;

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private sealed class EndpointFactory(ValidationDialect dialect) : IDynamoEndpointFactory
    {
        public ValueTask<IDynamoEndpoint> CreateAsync()
            => ValueTask.FromResult<IDynamoEndpoint>(
                new EmbeddedEndpoint(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { ValidationDialect = dialect }), dialect));
    }
}
