namespace EFCore.Dynamo.Errors;

/// <summary>An error of the service that has no class of its own here, such as those about credentials and permissions.</summary>
public sealed class OtherServiceException : DynamoServiceException
{
    /// <summary>Creates the error with the service's code and text.</summary>
    /// <param name="errorCode">The code, such as <c>AccessDeniedException</c>.</param>
    /// <param name="message">The service's text.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="innerException">The cause, at an edge.</param>
    public OtherServiceException(string errorCode, string message, int statusCode, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorCode = errorCode;
        StatusCode = statusCode;
    }

    /// <inheritdoc />
    public override string ErrorCode { get; }

    /// <inheritdoc />
    public override int StatusCode { get; }

    /// <inheritdoc />
    public override bool IsRetryable => StatusCode >= 500;
}
