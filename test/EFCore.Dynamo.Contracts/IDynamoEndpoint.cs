namespace EFCore.Dynamo.Contracts;

/// <summary>One DynamoDB to run a test on. Tests make tables of their own with unique names, so that endpoints may be shared.</summary>
public interface IDynamoEndpoint : IAsyncDisposable
{
    IDynamoClient Client { get; }

    /// <summary>The endpoint's streams; null where it has none.</summary>
    IDynamoStreamsClient? Streams => Client as IDynamoStreamsClient;
}
