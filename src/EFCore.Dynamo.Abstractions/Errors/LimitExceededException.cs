namespace EFCore.Dynamo.Errors;

/// <summary>Too many control plane operations at once, or too many tables.</summary>
public sealed class LimitExceededException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public LimitExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "LimitExceededException";
}
