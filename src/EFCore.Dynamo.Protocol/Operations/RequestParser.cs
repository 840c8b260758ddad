using System.Buffers;
using System.Text.Json;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Values;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>A body to a request.</summary>
internal static class RequestParser
{
    /// <exception cref="ProtocolException">The body is not JSON, or not of the types of the service's model.</exception>
    /// <exception cref="DynamoValidationException">A member is not supported, or no validator waits for what was found.</exception>
    public static TRequest Parse<TProtocol, TRequest, TResponse>(ReadOnlySequence<byte> body)
        where TProtocol : IOperationProtocol<TRequest, TResponse>
    {
        try
        {
            var reader = new RequestReader(body);
            reader.BeginRequest();
            var request = TProtocol.Read(ref reader);
            return reader.Complete() is { } findings ? Attach(request, findings) : request;
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

    /// <summary>Of a request whose validator takes no findings, they are the answer.</summary>
    private static TRequest Attach<TRequest>(TRequest request, RequestFindings findings)
        => (object?)request is DynamoRequest carrier
            ? (TRequest)(object)(carrier with { Findings = findings })
            : throw findings.ToException(OperationDialects.Current.Of(request));
}
