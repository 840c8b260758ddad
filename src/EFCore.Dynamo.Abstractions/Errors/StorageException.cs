namespace EFCore.Dynamo.Errors;

/// <summary>The data directory cannot be used: opened elsewhere, not this product's, damaged, or out of reach. The message names it and the way out.</summary>
/// <remarks>Only the embedded engine throws it; to a caller of the API it is the service's internal error.</remarks>
public class StorageException : DynamoServiceException
{
    /// <summary>Creates the error with one sentence that names the path and the way out.</summary>
    public StorageException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "InternalServerError";

    /// <inheritdoc />
    public override int StatusCode => 500;
}
