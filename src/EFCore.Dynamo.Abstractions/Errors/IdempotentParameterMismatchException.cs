namespace EFCore.Dynamo.Errors;

/// <summary>The token was used with another payload.</summary>
public sealed class IdempotentParameterMismatchException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public IdempotentParameterMismatchException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "IdempotentParameterMismatchException";
}
