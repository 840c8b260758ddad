using System.Text.Json;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>One operation on the wire. A new operation is a new file with its implementation, and a line in the server's table.</summary>
internal interface IOperationProtocol<TRequest, in TResponse>
{
    /// <summary>The operation's name, as in <c>X-Amz-Target</c>.</summary>
    static abstract string Name { get; }

    /// <summary>Reads the members of the request, up to the end of its object.</summary>
    static abstract TRequest Read(ref RequestReader reader);

    /// <summary>Writes the response's object.</summary>
    static abstract void Write(Utf8JsonWriter writer, TRequest request, TResponse response);
}
