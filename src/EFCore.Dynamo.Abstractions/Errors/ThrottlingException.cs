namespace EFCore.Dynamo.Errors;

/// <summary>Too many requests of the control plane at once.</summary>
public sealed class ThrottlingException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public ThrottlingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ThrottlingException";

    /// <inheritdoc />
    public override bool IsRetryable => true;
}
