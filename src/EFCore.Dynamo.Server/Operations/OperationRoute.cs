using System.Buffers;
using System.Text.Json;

namespace EFCore.Dynamo.Server.Operations;

/// <summary>From an operation's body to its response's.</summary>
internal abstract class OperationRoute
{
    /// <summary>The operation's name.</summary>
    public abstract string Name { get; }

    /// <summary>Reads the request, has it answered, and writes the response.</summary>
    /// <param name="client">Answers it.</param>
    /// <param name="body">The request's body, read before the first suspension.</param>
    /// <param name="writer">Takes the response's body.</param>
    /// <param name="cancellationToken">The client went away.</param>
    public abstract ValueTask ExecuteAsync(IDynamoClient client, ReadOnlySequence<byte> body, Utf8JsonWriter writer, CancellationToken cancellationToken);
}
