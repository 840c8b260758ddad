using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>
///     What TransactWriteItems and an ExecuteTransaction of writes have in common: all writes decide, then all are applied, or none; a token that was used
///     before is recognized.
/// </summary>
/// <param name="context">The clock.</param>
/// <param name="group">The writes.</param>
/// <param name="token">The request's ClientRequestToken, or null.</param>
/// <param name="payloadHash">The hash of what the request does; null without a token.</param>
internal readonly struct TransactionRun(EngineContext context, WriteGroup group, string? token, byte[]? payloadHash)
{
    /// <param name="transaction">The transaction.</param>
    /// <param name="explain">What a part's error is in the operation's terms; null where it is that already.</param>
    /// <param name="isStale">Set where a table changed since the writes were bound.</param>
    /// <param name="replayedSizes">Set where the token was used before for the same: what each write was charged by.</param>
    public ServiceError? Execute(WriteTransaction transaction, Func<int, ServiceError, ServiceError>? explain, out bool isStale, out int[]? replayedSizes)
    {
        replayedSizes = null;
        if (group.Begin(transaction, out isStale) is { } error)
        {
            return error;
        }

        if (isStale)
        {
            return null;
        }

        var now = context.TimeProvider.GetUtcNow();
        if (token is not null && RequestTokens.TryFind(transaction, token, now, out var used))
        {
            if (!used.PayloadHash.SequenceEqual(payloadHash))
            {
                return ServiceError.IdempotentParameterMismatch(TransactionTexts.TokenMismatch);
            }

            replayedSizes = used.GetSizes(group.Writes.Count);
            return null;
        }

        if (Decide(transaction, explain) is { } decisionError)
        {
            return decisionError;
        }

        group.Apply(transaction);
        if (token is not null)
        {
            RequestTokens.Add(transaction, token, now, new RequestTokenEntry(payloadHash, group.GetChargedSizes()));
        }

        return null;
    }

    /// <summary>What the writes consumed, or what a repeat of them consumes.</summary>
    public IReadOnlyList<ConsumedCapacity>? GetCapacity(int[]? replayedSizes, ReturnConsumedCapacity level)
        => replayedSizes is null ? group.GetWriteCapacity(level, isTransactional: true) : group.GetReplayCapacity(replayedSizes, level);

    private ServiceError? Decide(WriteTransaction transaction, Func<int, ServiceError, ServiceError>? explain)
    {
        var reasons = new CancellationReasons(group.Writes.Count);
        long sizeBytes = 0;
        for (var i = 0; i < group.Writes.Count; i++)
        {
            var write = group.Writes[i];
            if (write.Decide(transaction) is { } error)
            {
                if (error.Code == ServiceErrorCode.EmptyKeyValue)
                {
                    return error;
                }

                reasons.Add(i, explain is null ? error : explain(i, error));
            }

            sizeBytes += write.NewSizeBytes;
        }

        return reasons.ToError() ?? (sizeBytes > TransactionTexts.MaxSizeBytes ? ServiceError.Validation(TransactionTexts.TooLarge) : null);
    }
}
