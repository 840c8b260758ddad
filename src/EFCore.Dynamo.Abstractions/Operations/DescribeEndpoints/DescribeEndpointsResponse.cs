namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DescribeEndpointsRequest" />.</summary>
public sealed record DescribeEndpointsResponse
{
    /// <summary>One or more.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];
}
