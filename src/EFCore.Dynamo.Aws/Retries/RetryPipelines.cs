using System.Security.Cryptography;
using EFCore.Dynamo.Aws.Diagnostics;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using Polly;
using Polly.Retry;

namespace EFCore.Dynamo.Aws.Retries;

/// <summary>The Polly pipelines of one client.</summary>
internal sealed class RetryPipelines
{
    private const string Unprocessed = "Unprocessed";

    private readonly AwsRetryOptions _options;
    private readonly Lock _lock = new();
    private readonly Random _random;

    /// <summary>Creates the pipelines.</summary>
    /// <param name="options">Bounds and seed.</param>
    /// <param name="timeProvider">Measures the waits.</param>
    /// <param name="leavesServiceErrors">Whether the SDK's client retries throttling, server errors and transport errors itself, so that they are not retried
    /// twice.</param>
    public RetryPipelines(AwsRetryOptions options, TimeProvider timeProvider, bool leavesServiceErrors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRetries, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxRetries, 100, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BaseDelay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDelay, options.BaseDelay, nameof(options));
        _options = options;
        _random = new Random(options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
        Repeatable = Build(timeProvider, leavesServiceErrors, isRepeatable: true);
        Once = Build(timeProvider, leavesServiceErrors, isRepeatable: false);
    }

    /// <summary>For requests that may take effect twice without harm.</summary>
    public ResiliencePipeline Repeatable { get; }

    /// <summary>For requests that must not: they are sent again only when the first one cannot have taken effect.</summary>
    public ResiliencePipeline Once { get; }

    private ResiliencePipeline Build(TimeProvider timeProvider, bool leavesServiceErrors, bool isRepeatable)
    {
        if (_options.MaxRetries == 0)
        {
            return ResiliencePipeline.Empty;
        }

        return new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = _options.MaxRetries,
                ShouldHandle = args => new ValueTask<bool>(ShouldRetry(args.Outcome, leavesServiceErrors, isRepeatable)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(GetDelay(args.AttemptNumber)),
                OnRetry = static args =>
                {
                    AwsTelemetry.AddRetry(
                        args.Context.OperationKey,
                        (args.Outcome.Exception as DynamoServiceException)?.ErrorCode ?? Unprocessed,
                        args.AttemptNumber + 1,
                        args.RetryDelay);
                    return default;
                },
            })
            .Build();
    }

    private static bool ShouldRetry(Outcome<object> outcome, bool leavesServiceErrors, bool isRepeatable)
    {
        if (outcome.Exception is null)
        {
            return outcome.Result is BatchGetItemResponse { UnprocessedKeys.Count: > 0 } or BatchWriteItemResponse { UnprocessedItems.Count: > 0 };
        }

        if (leavesServiceErrors && outcome.Exception is not (TransactionConflictException or TransactionInProgressException or TransactionCanceledException))
        {
            return false;
        }

        return RetryClassifier.Classify(outcome.Exception) switch
        {
            RetryReason.NotDone => true,
            RetryReason.Unknown => isRepeatable,
            _ => false,
        };
    }

    private TimeSpan GetDelay(int attempt)
    {
        // Beyond 2³⁰ the shift would overflow; MaxDelay is long reached.
        var longest = Math.Min(_options.BaseDelay.TotalMilliseconds * (1 << Math.Min(attempt, 30)), _options.MaxDelay.TotalMilliseconds);
        lock (_lock)
        {
            return TimeSpan.FromMilliseconds(longest * _random.NextDouble());
        }
    }
}
