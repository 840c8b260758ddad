using System.Net;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Tool;

/// <summary>What <c>dynamo serve</c> was asked to do.</summary>
internal sealed record ServeSettings
{
    public required int Port { get; init; }

    public required IPAddress Address { get; init; }

    /// <summary>Null means in memory.</summary>
    public required string? DataDirectory { get; init; }

    /// <summary>Says nothing in memory, where nothing survives.</summary>
    public required Durability Durability { get; init; }

    public required string Region { get; init; }

    public required ValidationDialect ValidationDialect { get; init; }

    /// <summary>Null means that signatures are not verified.</summary>
    public required FileInfo? CredentialsFile { get; init; }

    public required TimeSpan TimeToLiveInterval { get; init; }

    public required TimeSpan ControlPlaneDelay { get; init; }

    /// <summary>Zero: indexes do not lag.</summary>
    public required TimeSpan GlobalIndexDelay { get; init; }

    /// <summary>Zero: reads do not lag.</summary>
    public required TimeSpan EventualReadDelay { get; init; }

    public required int Seed { get; init; }

    public required int StreamShardCount { get; init; }

    public required TimeSpan StreamShardLifetime { get; init; }

    public required LogLevel LogLevel { get; init; }
}
