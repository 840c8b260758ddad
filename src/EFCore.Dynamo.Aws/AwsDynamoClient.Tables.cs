using EFCore.Dynamo.Aws.Operations;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws;

/// <content>Tables and what belongs to them.</content>
public sealed partial class AwsDynamoClient
{
    /// <inheritdoc />
    public async ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("CreateTable", request.TableName, IsRepeatable: false),
            CreateTableCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.CreateTableAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return new CreateTableResponse(TableDescriptionCodec.FromSdk(response.TableDescription));
    }

    /// <inheritdoc />
    public async ValueTask<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("UpdateTable", request.TableName, IsRepeatable: false),
            UpdateTableCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.UpdateTableAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return new UpdateTableResponse(TableDescriptionCodec.FromSdk(response.TableDescription));
    }

    /// <inheritdoc />
    public async ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("DescribeTable", request.TableName, IsRepeatable: true),
            new Model.DescribeTableRequest { TableName = request.TableName },
            static (sdk, sent, token) => sdk.DescribeTableAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return new DescribeTableResponse(TableDescriptionCodec.FromSdk(response.Table));
    }

    /// <inheritdoc />
    public async ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("DeleteTable", request.TableName, IsRepeatable: false),
            new Model.DeleteTableRequest { TableName = request.TableName },
            static (sdk, sent, token) => sdk.DeleteTableAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return new DeleteTableResponse(TableDescriptionCodec.FromSdk(response.TableDescription));
    }

    /// <inheritdoc />
    public async ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("ListTables", TableName: null, IsRepeatable: true),
            ListTablesCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.ListTablesAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return ListTablesCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("UpdateTimeToLive", request.TableName, IsRepeatable: false),
            TimeToLiveCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.UpdateTimeToLiveAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return TimeToLiveCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("DescribeTimeToLive", request.TableName, IsRepeatable: true),
            TimeToLiveCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.DescribeTimeToLiveAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return TimeToLiveCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _ = await _sender.SendAsync(
            new Operation("TagResource", request.ResourceArn, IsRepeatable: true),
            TagCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.TagResourceAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return new TagResourceResponse();
    }

    /// <inheritdoc />
    public async ValueTask<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _ = await _sender.SendAsync(
            new Operation("UntagResource", request.ResourceArn, IsRepeatable: true),
            TagCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.UntagResourceAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return new UntagResourceResponse();
    }

    /// <inheritdoc />
    public async ValueTask<ListTagsOfResourceResponse> ListTagsOfResourceAsync(ListTagsOfResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("ListTagsOfResource", request.ResourceArn, IsRepeatable: true),
            TagCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.ListTagsOfResourceAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return TagCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("PutResourcePolicy", request.ResourceArn, IsRepeatable: false),
            ResourcePolicyCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.PutResourcePolicyAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return ResourcePolicyCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("GetResourcePolicy", request.ResourceArn, IsRepeatable: true),
            ResourcePolicyCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.GetResourcePolicyAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return ResourcePolicyCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(
        DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("DeleteResourcePolicy", request.ResourceArn, IsRepeatable: false),
            ResourcePolicyCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.DeleteResourcePolicyAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return ResourcePolicyCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<DescribeLimitsResponse> DescribeLimitsAsync(DescribeLimitsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("DescribeLimits", TableName: null, IsRepeatable: true),
            new Model.DescribeLimitsRequest(),
            static (sdk, sent, token) => sdk.DescribeLimitsAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return LimitsCodec.FromSdk(response);
    }

    /// <inheritdoc />
    public async ValueTask<DescribeEndpointsResponse> DescribeEndpointsAsync(DescribeEndpointsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("DescribeEndpoints", TableName: null, IsRepeatable: true),
            new Model.DescribeEndpointsRequest(),
            static (sdk, sent, token) => sdk.DescribeEndpointsAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        return LimitsCodec.FromSdk(response);
    }
}
