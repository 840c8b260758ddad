namespace EFCore.Dynamo.Errors;

/// <summary>The table or index does not exist, or is being created.</summary>
public sealed class ResourceNotFoundException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public ResourceNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ResourceNotFoundException";
}
