using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Protocol;

/// <summary>A request that never became an operation: not JSON, not of the model's types, unknown, unsigned, too large.</summary>
/// <remarks>In process such a request cannot be made, so that these codes have no class of their own in Abstractions.</remarks>
internal sealed class ProtocolException : DynamoServiceException
{
    private ProtocolException(string errorCode, string message, int statusCode)
        : base(message)
    {
        ErrorCode = errorCode;
        StatusCode = statusCode;
    }

    /// <inheritdoc />
    public override string ErrorCode { get; }

    /// <inheritdoc />
    public override int StatusCode { get; }

    /// <summary>The service says nothing more of a body that is not JSON, or not an object.</summary>
    public static ProtocolException NotJson() => Serialization(string.Empty);

    public static ProtocolException Serialization(string message) => new("SerializationException", message, 400);

    public static ProtocolException UnknownOperation() => new("UnknownOperationException", string.Empty, 400);

    public static ProtocolException MissingAuthenticationToken() => new("MissingAuthenticationTokenException", "Request is missing Authentication Token", 400);

    public static ProtocolException IncompleteSignature(string message) => new("IncompleteSignatureException", message, 400);

    public static ProtocolException InvalidSignature(string message) => new("InvalidSignatureException", message, 400);

    public static ProtocolException UnrecognizedClient() => new("UnrecognizedClientException", "The security token included in the request is invalid.", 400);

    public static ProtocolException TooLarge(int maxBytes)
        => new("RequestEntityTooLargeException", $"Request must be smaller than {maxBytes} bytes for the service", 413);
}
