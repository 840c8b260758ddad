namespace EFCore.Dynamo.Errors;

/// <summary>A shard iterator is older than 15 minutes.</summary>
public sealed class ExpiredIteratorException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public ExpiredIteratorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ExpiredIteratorException";
}
