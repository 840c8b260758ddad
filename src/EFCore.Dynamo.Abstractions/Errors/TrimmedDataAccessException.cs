namespace EFCore.Dynamo.Errors;

/// <summary>The records asked for are older than 24 hours and gone.</summary>
public sealed class TrimmedDataAccessException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public TrimmedDataAccessException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "TrimmedDataAccessException";
}
