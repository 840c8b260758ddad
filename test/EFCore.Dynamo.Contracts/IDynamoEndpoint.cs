namespace EFCore.Dynamo.Contracts;

/// <summary>One DynamoDB to run a test on. Tests make tables of their own with unique names, so that endpoints may be shared.</summary>
public interface IDynamoEndpoint : IAsyncDisposable
{
    IDynamoClient Client { get; }

    /// <summary>Whether it words errors as the service did before 2026, and as few regions still do.</summary>
    bool IsClassic => false;

    /// <summary>The endpoint's streams; null where it has none.</summary>
    IDynamoStreamsClient? Streams => Client as IDynamoStreamsClient;
}
