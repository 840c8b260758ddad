using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo;

/// <summary>Hands every operation on to another client: the base of clients that do something more with some of them.</summary>
/// <remarks>Owns the other client unless a subclass says otherwise: disposing this one disposes that one.</remarks>
/// <param name="inner">Answers the operations.</param>
public abstract class DelegatingDynamoClient(IDynamoClient inner) : IDynamoClient
{
    /// <summary>Answers what is not overridden.</summary>
    protected IDynamoClient Inner => inner;

    /// <inheritdoc />
    public virtual ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => inner.CreateTableAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => inner.DescribeTableAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
        => inner.ListTablesAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => inner.DeleteTableAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => inner.GetItemAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => inner.PutItemAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => inner.UpdateItemAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => inner.DeleteItemAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        => inner.QueryAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
        => inner.ScanAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
        => inner.BatchGetItemAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
        => inner.BatchWriteItemAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
        => inner.TransactGetItemsAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
        => inner.TransactWriteItemsAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default)
        => inner.UpdateTableAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default)
        => inner.UpdateTimeToLiveAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(
        DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default)
        => inner.DescribeTimeToLiveAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default)
        => inner.TagResourceAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default)
        => inner.UntagResourceAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<ListTagsOfResourceResponse> ListTagsOfResourceAsync(
        ListTagsOfResourceRequest request, CancellationToken cancellationToken = default)
        => inner.ListTagsOfResourceAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => inner.PutResourcePolicyAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => inner.GetResourcePolicyAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(
        DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => inner.DeleteResourcePolicyAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DescribeLimitsResponse> DescribeLimitsAsync(DescribeLimitsRequest request, CancellationToken cancellationToken = default)
        => inner.DescribeLimitsAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DescribeEndpointsResponse> DescribeEndpointsAsync(DescribeEndpointsRequest request, CancellationToken cancellationToken = default)
        => inner.DescribeEndpointsAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<ExecuteStatementResponse> ExecuteStatementAsync(ExecuteStatementRequest request, CancellationToken cancellationToken = default)
        => inner.ExecuteStatementAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<BatchExecuteStatementResponse> BatchExecuteStatementAsync(
        BatchExecuteStatementRequest request, CancellationToken cancellationToken = default)
        => inner.BatchExecuteStatementAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<ExecuteTransactionResponse> ExecuteTransactionAsync(
        ExecuteTransactionRequest request, CancellationToken cancellationToken = default)
        => inner.ExecuteTransactionAsync(request, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the other client.</summary>
    protected virtual void Dispose(bool disposing) => inner.Dispose();

    /// <summary>Disposes the other client.</summary>
    protected virtual ValueTask DisposeAsyncCore() => inner.DisposeAsync();
}
