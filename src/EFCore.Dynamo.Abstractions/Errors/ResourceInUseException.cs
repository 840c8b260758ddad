namespace EFCore.Dynamo.Errors;

/// <summary>The table exists already, or is being changed.</summary>
public sealed class ResourceInUseException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public ResourceInUseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ResourceInUseException";
}
