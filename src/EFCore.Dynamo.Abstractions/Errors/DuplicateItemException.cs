namespace EFCore.Dynamo.Errors;

/// <summary>A PartiQL INSERT met an item with the same primary key.</summary>
public sealed class DuplicateItemException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public DuplicateItemException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc />
    public override string ErrorCode => "DuplicateItemException";
}
