namespace EFCore.Dynamo.Errors;

/// <summary>The resource has no policy, or another revision of it.</summary>
public sealed class PolicyNotFoundException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public PolicyNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "PolicyNotFoundException";
}
