namespace EFCore.Dynamo.Aws.Retries;

/// <summary>How often and after how long a request is sent again.</summary>
/// <remarks>
///     The wait before retry <c>n</c> is a random part of <c>BaseDelay · 2ⁿ</c>, at most <see cref="MaxDelay" />: full jitter, as AWS's SDKs wait
///     (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error retries and exponential backoff</see>).
/// </remarks>
public sealed record AwsRetryOptions
{
    /// <summary>No retries: the first answer counts.</summary>
    public static AwsRetryOptions None { get; } = new() { MaxRetries = 0 };

    /// <summary>The most retries of one call, 0 to 100.</summary>
    public int MaxRetries { get; init; } = 8;

    /// <summary>The longest possible first wait.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The seed of the waits; null for another one in each client, so that clients that were throttled together do not come back together.</summary>
    public int? Seed { get; init; }
}
