namespace EFCore.Dynamo.Errors;

/// <summary>The request does not satisfy a rule of the service (<c>ValidationException</c>).</summary>
public sealed class DynamoValidationException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public DynamoValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ValidationException";
}
