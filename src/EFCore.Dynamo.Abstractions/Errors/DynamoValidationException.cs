namespace EFCore.Dynamo.Errors;

/// <summary>The request does not satisfy a rule of the service (<c>ValidationException</c>).</summary>
public sealed class DynamoValidationException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text.</summary>
    public DynamoValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the error of a value that is none, in the wording of today.</summary>
    internal DynamoValidationException(ValueError error)
        : base(error.ToMessage(ValueWording.Current))
        => ValueError = error;

    /// <inheritdoc />
    public override string ErrorCode => "ValidationException";

    /// <summary>
    ///     What is wrong with the value, where that is what was reported and the service words it differently from operation to operation; else null.
    /// </summary>
    internal ValueError? ValueError { get; }

    /// <summary>What is wrong with the value that an item could not take.</summary>
    internal ValueError ToValueError() => ValueError ?? new ValueError.SameText(Message);
}
