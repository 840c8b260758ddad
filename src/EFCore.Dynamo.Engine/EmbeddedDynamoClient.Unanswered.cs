using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine;

/// <content>The operations that the engine does not answer yet; the server does not know them.</content>
public sealed partial class EmbeddedDynamoClient
{
    /// <inheritdoc />
    public ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default) => throw Unanswered("UpdateTimeToLive");

    /// <inheritdoc />
    public ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default) => throw Unanswered("DescribeTimeToLive");

    /// <inheritdoc />
    public ValueTask<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) => throw Unanswered("TagResource");

    /// <inheritdoc />
    public ValueTask<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) => throw Unanswered("UntagResource");

    /// <inheritdoc />
    public ValueTask<ListTagsOfResourceResponse> ListTagsOfResourceAsync(ListTagsOfResourceRequest request, CancellationToken cancellationToken = default) => throw Unanswered("ListTagsOfResource");

    /// <inheritdoc />
    public ValueTask<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default) => throw Unanswered("PutResourcePolicy");

    /// <inheritdoc />
    public ValueTask<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default) => throw Unanswered("GetResourcePolicy");

    /// <inheritdoc />
    public ValueTask<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default) => throw Unanswered("DeleteResourcePolicy");

    /// <inheritdoc />
    public ValueTask<DescribeLimitsResponse> DescribeLimitsAsync(DescribeLimitsRequest request, CancellationToken cancellationToken = default) => throw Unanswered("DescribeLimits");

    /// <inheritdoc />
    public ValueTask<DescribeEndpointsResponse> DescribeEndpointsAsync(DescribeEndpointsRequest request, CancellationToken cancellationToken = default) => throw Unanswered("DescribeEndpoints");

    private static NotSupportedException Unanswered(string operation) => new($"The embedded engine does not answer {operation} yet.");
}
