using EFCore.Dynamo.Engine.Diagnostics;
using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine;

/// <content>What belongs to tables beside their items: time to live, tags, policies, limits. A null request is refused by what they call.</content>
public sealed partial class EmbeddedDynamoClient
{
    /// <inheritdoc />
    public async ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default)
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Begin("UpdateTimeToLive", request.TableName);
        var result = await UpdateTimeToLiveOperation.ExecuteAsync(_context, request, cancellationToken).ConfigureAwait(false);
        return result.Response ?? throw scope.Fail(ToException(result));
    }

    /// <inheritdoc />
    public ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default) =>
        Read<DescribeTimeToLiveOperation, DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>("DescribeTimeToLive", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default)
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Begin("TagResource", null);
        var result = await TagResourceOperation.ExecuteAsync(_context, request, cancellationToken).ConfigureAwait(false);
        return result.Response ?? throw scope.Fail(ToException(result));
    }

    /// <inheritdoc />
    public async ValueTask<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default)
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Begin("UntagResource", null);
        var result = await UntagResourceOperation.ExecuteAsync(_context, request, cancellationToken).ConfigureAwait(false);
        return result.Response ?? throw scope.Fail(ToException(result));
    }

    /// <inheritdoc />
    public ValueTask<ListTagsOfResourceResponse> ListTagsOfResourceAsync(ListTagsOfResourceRequest request, CancellationToken cancellationToken = default) =>
        Read<ListTagsOfResourceOperation, ListTagsOfResourceRequest, ListTagsOfResourceResponse>("ListTagsOfResource", null, request, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default)
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Begin("PutResourcePolicy", null);
        var result = await PutResourcePolicyOperation.ExecuteAsync(_context, request, cancellationToken).ConfigureAwait(false);
        return result.Response ?? throw scope.Fail(ToException(result));
    }

    /// <inheritdoc />
    public ValueTask<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        Read<GetResourcePolicyOperation, GetResourcePolicyRequest, GetResourcePolicyResponse>("GetResourcePolicy", null, request, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default)
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Begin("DeleteResourcePolicy", null);
        var result = await DeleteResourcePolicyOperation.ExecuteAsync(_context, request, cancellationToken).ConfigureAwait(false);
        return result.Response ?? throw scope.Fail(ToException(result));
    }

    /// <inheritdoc />
    public ValueTask<DescribeLimitsResponse> DescribeLimitsAsync(DescribeLimitsRequest request, CancellationToken cancellationToken = default) =>
        Read<DescribeLimitsOperation, DescribeLimitsRequest, DescribeLimitsResponse>("DescribeLimits", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DescribeEndpointsResponse> DescribeEndpointsAsync(DescribeEndpointsRequest request, CancellationToken cancellationToken = default) =>
        Read<DescribeEndpointsOperation, DescribeEndpointsRequest, DescribeEndpointsResponse>("DescribeEndpoints", null, request, cancellationToken);
}
