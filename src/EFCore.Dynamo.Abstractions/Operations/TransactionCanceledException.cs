using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Operations;

/// <summary>A transaction was cancelled; nothing of it was written.</summary>
public sealed class TransactionCanceledException : DynamoServiceException
{
    /// <summary>Creates the error with the service's text, which lists the codes of all reasons.</summary>
    /// <param name="cancellationReasons">One reason a part, in the order of the request.</param>
    public TransactionCanceledException(IReadOnlyList<CancellationReason> cancellationReasons)
        : this(FormatMessage(cancellationReasons), cancellationReasons)
    {
    }

    /// <summary>Creates the error with a given text.</summary>
    public TransactionCanceledException(string message, IReadOnlyList<CancellationReason> cancellationReasons, Exception? innerException = null)
        : base(message, innerException) => CancellationReasons = cancellationReasons;

    /// <inheritdoc />
    public override string ErrorCode => "TransactionCanceledException";

    /// <summary>One reason a part, in the order of the request; <c>None</c> for the parts that did not fail.</summary>
    public IReadOnlyList<CancellationReason> CancellationReasons { get; }

    private static string FormatMessage(IReadOnlyList<CancellationReason> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        var codes = string.Join(", ", reasons.Select(static reason => reason.Code));
        return $"Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]";
    }
}
