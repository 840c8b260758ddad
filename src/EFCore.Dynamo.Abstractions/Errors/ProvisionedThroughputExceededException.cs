namespace EFCore.Dynamo.Errors;

/// <summary>The request rate is above the provisioned throughput.</summary>
public sealed class ProvisionedThroughputExceededException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public ProvisionedThroughputExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ProvisionedThroughputExceededException";

    /// <inheritdoc />
    public override bool IsRetryable => true;
}
