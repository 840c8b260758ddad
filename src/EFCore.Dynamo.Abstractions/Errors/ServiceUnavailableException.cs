namespace EFCore.Dynamo.Errors;

/// <summary>The service cannot be reached, did not answer in time, or answered that it is unavailable.</summary>
/// <remarks>A write may have taken effect, unless the <see cref="Exception.InnerException" /> says that there was no connection.</remarks>
public sealed class ServiceUnavailableException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text, or one sentence that says what was called and what happened.</summary>
    public ServiceUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ServiceUnavailable";

    /// <inheritdoc />
    public override int StatusCode => 503;

    /// <inheritdoc />
    public override bool IsRetryable => true;
}
