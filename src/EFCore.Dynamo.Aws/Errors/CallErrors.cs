using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Aws.Errors;

/// <summary>What a call through the SDK can end with, in terms of Abstractions.</summary>
internal static class CallErrors
{
    /// <summary>Whether the exception comes from the call and is to be translated; a cancellation of the caller's is not.</summary>
    public static bool IsTranslated(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested, // the HTTP client's own timeout
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    /// <summary>The exception to throw instead.</summary>
    /// <param name="exception">One for which <see cref="IsTranslated" /> is true.</param>
    /// <param name="target">What was called, for the text: an address or a region.</param>
    public static Exception Translate(Exception exception, string target)
    {
        if (exception is AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest } service)
        {
            return ErrorCodec.FromSdk(service);
        }

        if (exception is OperationCanceledException or TimeoutException)
        {
            return new ServiceUnavailableException($"DynamoDB at {target} did not answer in time.", exception);
        }

        return FindTransportError(exception) is { } transport
            ? new ServiceUnavailableException($"DynamoDB at {target} cannot be reached: {transport.Message}", exception)
            : new OtherServiceException(
                "MissingAuthenticationTokenException",
                $"The request to DynamoDB at {target} could not be signed: {exception.Message} Credentials come from 'Access Key' and 'Secret Key', from "
                    + "'Profile', or from the environment, as with any AWS tool.",
                statusCode: 400,
                exception);
    }

    /// <summary>Whether there was no connection, so that the request cannot have taken effect.</summary>
    public static bool NeverArrived(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                })
            {
                return true;
            }

            if (cause is SocketException
                {
                    SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable
                or SocketError.NetworkUnreachable
                })
            {
                return true;
            }
        }

        return false;
    }

    private static Exception? FindTransportError(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or SocketException)
            {
                return cause;
            }
        }

        return null;
    }
}
