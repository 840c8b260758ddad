using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="ListTagsOfResourceRequest" />.</summary>
public sealed record ListTagsOfResourceResponse
{
    /// <summary>The tags of the page.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Where the next page starts; null when there is none.</summary>
    public string? NextToken { get; init; }
}
