using System.Buffers;
using System.Text.Json;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Protocol;

/// <summary>A body to a request.</summary>
internal static class RequestParser
{
    /// <exception cref="ProtocolException">The body is not JSON, or not of the types of the service's model.</exception>
    /// <exception cref="DynamoValidationException">An enumeration's name or an attribute value is none.</exception>
    public static TRequest Parse<TProtocol, TRequest, TResponse>(ReadOnlySequence<byte> body)
        where TProtocol : IOperationProtocol<TRequest, TResponse>
    {
        try
        {
            var reader = new RequestReader(body);
            reader.BeginRequest();
            var request = TProtocol.Read(ref reader);
            reader.Complete();
            return request;
        }
        catch (JsonException)
        {
            throw ProtocolException.NotJson();
        }
        catch (ProtocolException) when (!JsonText.IsObject(body))
        {
            // Broken syntax after the wrong type: the service parses the whole body before it looks at types.
            throw ProtocolException.NotJson();
        }
    }
}
