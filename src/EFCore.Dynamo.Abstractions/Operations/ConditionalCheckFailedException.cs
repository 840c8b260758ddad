using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>A condition of a write was false.</summary>
public sealed class ConditionalCheckFailedException : DynamoServiceException
{
    /// <summary>The service's text.</summary>
    public const string DefaultMessage = "The conditional request failed";

    /// <summary>Creates the error.</summary>
    /// <param name="item">The item that the condition failed on, if the request asked for it.</param>
    /// <param name="message">The service's text.</param>
    /// <param name="innerException">The cause, at an edge.</param>
    public ConditionalCheckFailedException(Item? item = null, string message = DefaultMessage, Exception? innerException = null)
        : base(message, innerException) => Item = item;

    /// <inheritdoc />
    public override string ErrorCode => "ConditionalCheckFailedException";

    /// <summary>The item that the condition failed on, if the request asked for it and it exists.</summary>
    public Item? Item { get; }
}
