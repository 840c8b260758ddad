using EFCore.Dynamo.Aws.Errors;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws.Retries;

/// <summary>Decides which errors may pass by themselves: <c>eng/adr/0016-retries-at-the-edge.md</c>.</summary>
internal static class RetryClassifier
{
    // Codes of cancellation reasons that say nothing against the transaction itself.
    private const string None = "None";
    private const string Conflict = "TransactionConflict";
    private const string Throttling = "ThrottlingError";
    private const string Throughput = "ProvisionedThroughputExceeded";

    /// <param name="exception">A translated exception of an attempt.</param>
    public static RetryReason Classify(Exception? exception) => exception switch
    {
        ProvisionedThroughputExceededException or ThrottlingException or RequestLimitExceededException => RetryReason.NotDone,
        TransactionConflictException or TransactionInProgressException => RetryReason.NotDone,
        TransactionCanceledException canceled => IsOnlyInTheWay(canceled) ? RetryReason.NotDone : RetryReason.Final,
        ServiceUnavailableException when CallErrors.NeverArrived(exception) => RetryReason.NotDone,
        DynamoServiceException { StatusCode: >= 500 } => RetryReason.Unknown,
        _ => RetryReason.Final,
    };

    private static bool IsOnlyInTheWay(TransactionCanceledException canceled)
    {
        var isInTheWay = false;
        foreach (var reason in canceled.CancellationReasons)
        {
            if (reason.Code is Conflict or Throttling or Throughput)
            {
                isInTheWay = true;
            }
            else if (reason.Code != None)
            {
                return false;
            }
        }

        return isInTheWay;
    }
}
