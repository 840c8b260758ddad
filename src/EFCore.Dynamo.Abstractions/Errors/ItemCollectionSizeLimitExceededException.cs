namespace EFCore.Dynamo.Errors;

/// <summary>An item collection with local secondary indexes is larger than 10 GB.</summary>
public sealed class ItemCollectionSizeLimitExceededException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public ItemCollectionSizeLimitExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "ItemCollectionSizeLimitExceededException";
}
