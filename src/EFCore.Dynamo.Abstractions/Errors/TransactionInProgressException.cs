namespace EFCore.Dynamo.Errors;

/// <summary>The transaction with this token is still running.</summary>
public sealed class TransactionInProgressException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public TransactionInProgressException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "TransactionInProgressException";

    /// <inheritdoc />
    public override bool IsRetryable => true;
}
