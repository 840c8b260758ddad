using EFCore.Dynamo.Aws.Retries;

namespace EFCore.Dynamo.Aws;

/// <summary>Where an <see cref="AwsDynamoClient" /> finds its DynamoDB, and as whom it speaks to it.</summary>
/// <remarks>
///     Without keys and profile the credentials come from where every AWS tool looks for them: the environment, the default profile, the container or instance.
///     Only for a service on this machine, which does not check them, made-up ones stand in when the environment has none.
/// </remarks>
public sealed record AwsDynamoClientOptions
{
    /// <summary>The AWS region, such as <c>eu-west-1</c>; with a <see cref="ServiceUrl" /> the region that requests are signed for, any name.</summary>
    public string? Region { get; init; }

    /// <summary>The address of another service with DynamoDB's API; null for AWS.</summary>
    public Uri? ServiceUrl { get; init; }

    /// <summary>A profile of the shared AWS configuration files, with its credentials and, unless <see cref="Region" /> says otherwise, its region.</summary>
    public string? Profile { get; init; }

    /// <summary>The access key id; only together with <see cref="SecretKey" />.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret access key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Retries of requests that failed for a passing reason.</summary>
    public AwsRetryOptions Retries { get; init; } = new();

    /// <summary>Measures the waits between retries.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The options without secrets.</summary>
    public override string ToString() => ServiceUrl?.ToString() ?? Region ?? (Profile is null ? "the default region" : $"the region of profile '{Profile}'");
}
