namespace EFCore.Dynamo.Errors;

/// <summary>The back end failed on its own account.</summary>
public sealed class InternalServerErrorException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public InternalServerErrorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "InternalServerError";

    /// <inheritdoc />
    public override int StatusCode => 500;

    /// <inheritdoc />
    public override bool IsRetryable => true;
}
