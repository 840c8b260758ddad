namespace EFCore.Dynamo.Errors;

/// <summary>An error with the service's own code and text.</summary>
/// <remarks>All back ends throw the same subclass for the same cause. Codes are documented at
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</see>.</remarks>
public abstract class DynamoServiceException : Exception
{
    /// <summary>Creates the error with the service's text.</summary>
    protected DynamoServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The service's code, such as <c>ConditionalCheckFailedException</c>.</summary>
    public abstract string ErrorCode { get; }

    /// <summary>The HTTP status that the service answers with: 400 or 500.</summary>
    public virtual int StatusCode => 400;

    /// <summary>Whether the same request may succeed when sent again.</summary>
    public virtual bool IsRetryable => false;
}
