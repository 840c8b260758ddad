namespace EFCore.Dynamo.Errors;

/// <summary>The caller may not do this: the resource is another account's, or a policy forbids it.</summary>
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
