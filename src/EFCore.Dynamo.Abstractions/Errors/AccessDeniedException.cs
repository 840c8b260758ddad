namespace EFCore.Dynamo.Errors;

/// <summary>The caller may not do this: another account's resource.</summary>
public sealed class AccessDeniedException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public AccessDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "AccessDeniedException";
}
