using EFCore.Dynamo.Engine.Operations.ResourcePolicies;
using EFCore.Dynamo.Engine.Operations.Tables;
using EFCore.Dynamo.Engine.Operations.Tags;
using EFCore.Dynamo.Engine.Operations.TimeToLive;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine;

/// <content>What belongs to tables beside their items: time to live, tags, policies, limits. A null request is refused by what they call.</content>
public sealed partial class EmbeddedDynamoClient
{
    /// <inheritdoc />
    public ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("UpdateTimeToLive", request?.TableName, request, UpdateTimeToLiveOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default)
        => Read<DescribeTimeToLiveOperation, DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>(
            "DescribeTimeToLive", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("TagResource", null, request, TagResourceOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("UntagResource", null, request, UntagResourceOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<ListTagsOfResourceResponse> ListTagsOfResourceAsync(ListTagsOfResourceRequest request, CancellationToken cancellationToken = default)
        => Read<ListTagsOfResourceOperation, ListTagsOfResourceRequest, ListTagsOfResourceResponse>("ListTagsOfResource", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("PutResourcePolicy", null, request, PutResourcePolicyOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => Read<GetResourcePolicyOperation, GetResourcePolicyRequest, GetResourcePolicyResponse>("GetResourcePolicy", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("DeleteResourcePolicy", null, request, DeleteResourcePolicyOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DescribeLimitsResponse> DescribeLimitsAsync(DescribeLimitsRequest request, CancellationToken cancellationToken = default)
        => Read<DescribeLimitsOperation, DescribeLimitsRequest, DescribeLimitsResponse>("DescribeLimits", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DescribeEndpointsResponse> DescribeEndpointsAsync(DescribeEndpointsRequest request, CancellationToken cancellationToken = default)
        => Read<DescribeEndpointsOperation, DescribeEndpointsRequest, DescribeEndpointsResponse>("DescribeEndpoints", null, request, cancellationToken);
}
