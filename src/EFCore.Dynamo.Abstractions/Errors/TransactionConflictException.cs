namespace EFCore.Dynamo.Errors;

/// <summary>A transaction is working on the item.</summary>
public sealed class TransactionConflictException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public TransactionConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "TransactionConflictException";

    /// <inheritdoc />
    public override bool IsRetryable => true;
}
