using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="ListStreamsRequest" />.</summary>
public sealed record ListStreamsResponse
{
    /// <summary>The streams of the page.</summary>
    public IReadOnlyList<StreamSummary> Streams { get; init; } = [];

    /// <summary>Where the next page starts; null when there is none.</summary>
    public string? LastEvaluatedStreamArn { get; init; }
}
