namespace EFCore.Dynamo.Errors;

/// <summary>The account sends more requests than its quota allows.</summary>
public sealed class RequestLimitExceededException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public RequestLimitExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "RequestLimitExceeded";

    /// <inheritdoc />
    public override bool IsRetryable => true;
}
