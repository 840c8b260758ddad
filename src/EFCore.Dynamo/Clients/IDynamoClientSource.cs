namespace EFCore.Dynamo.Clients;

/// <summary>The client of the current context, opened when it is first asked for.</summary>
/// <remarks>A scoped service: it holds the context's lease on the data directory, which ends when the context is disposed.</remarks>
public interface IDynamoClientSource
{
    /// <summary>The client that the context's options name.</summary>
    /// <exception cref="InvalidOperationException">The options name no client that this version can open.</exception>
    IDynamoClient Client { get; }

    /// <summary>Whether the client is the embedded engine: waiting for it synchronously blocks for a disk, not for a network.</summary>
    bool IsEmbedded { get; }
}
