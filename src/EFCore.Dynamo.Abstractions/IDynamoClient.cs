using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo;

/// <summary>A DynamoDB: the one seam between the provider and every back end.</summary>
/// <remarks>
///     One method an API operation, named as the service names it. Implementations are safe for concurrent use and hold no state of a caller.
///     The embedded client completes synchronously for reads; writes complete when their group is durable.
///     Every method throws a <see cref="DynamoServiceException" /> subclass with the service's code and text, of the same type from every back end,
///     and <see cref="OperationCanceledException" /> when the token is cancelled before the operation took effect.
/// </remarks>
public interface IDynamoClient : IAsyncDisposable, IDisposable
{
    /// <inheritdoc cref="CreateTableRequest" />
    ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeTableRequest" />
    ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ListTablesRequest" />
    ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DeleteTableRequest" />
    ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetItemRequest" />
    ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PutItemRequest" />
    ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateItemRequest" />
    ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DeleteItemRequest" />
    ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="QueryRequest" />
    ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ScanRequest" />
    ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BatchGetItemRequest" />
    ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BatchWriteItemRequest" />
    ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TransactGetItemsRequest" />
    ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TransactWriteItemsRequest" />
    ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateTableRequest" />
    ValueTask<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateTimeToLiveRequest" />
    ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeTimeToLiveRequest" />
    ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TagResourceRequest" />
    ValueTask<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UntagResourceRequest" />
    ValueTask<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ListTagsOfResourceRequest" />
    ValueTask<ListTagsOfResourceResponse> ListTagsOfResourceAsync(ListTagsOfResourceRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PutResourcePolicyRequest" />
    ValueTask<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetResourcePolicyRequest" />
    ValueTask<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DeleteResourcePolicyRequest" />
    ValueTask<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeLimitsRequest" />
    ValueTask<DescribeLimitsResponse> DescribeLimitsAsync(DescribeLimitsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeEndpointsRequest" />
    ValueTask<DescribeEndpointsResponse> DescribeEndpointsAsync(DescribeEndpointsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ExecuteStatementRequest" />
    ValueTask<ExecuteStatementResponse> ExecuteStatementAsync(ExecuteStatementRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BatchExecuteStatementRequest" />
    ValueTask<BatchExecuteStatementResponse> BatchExecuteStatementAsync(BatchExecuteStatementRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ExecuteTransactionRequest" />
    ValueTask<ExecuteTransactionResponse> ExecuteTransactionAsync(ExecuteTransactionRequest request, CancellationToken cancellationToken = default);
}
