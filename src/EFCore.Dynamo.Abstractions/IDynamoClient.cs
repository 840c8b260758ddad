using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo;

/// <summary>A DynamoDB: the one seam between the provider and every back end.</summary>
/// <remarks>
///     One method an API operation, named as the service names it. Implementations are safe for concurrent use and hold no state of a caller.
///     The embedded client completes synchronously for reads; writes complete when their group is durable.
///     Every method throws a <see cref="DynamoServiceException" /> subclass with the service's code and text, of the same type from every back end,
///     and <see cref="OperationCanceledException" /> when the token is cancelled before the operation took effect.
///     Besides what a method lists, each may throw <see cref="StorageException" /> (the embedded engine cannot use its data directory any more), and over the
///     network
///     <see cref="ServiceUnavailableException" /> (no answer) and <see cref="OtherServiceException" /> (a code without a class here, such as those about
///     credentials).
/// </remarks>
public interface IDynamoClient : IAsyncDisposable, IDisposable
{
    /// <inheritdoc cref="CreateTableRequest" />
    /// <exception cref="DynamoValidationException">The definition breaks a rule of the service.</exception>
    /// <exception cref="ResourceInUseException">There is a table of that name.</exception>
    /// <exception cref="LimitExceededException">The account has 2,500 tables, or too many tables are being created or changed.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeTableRequest" />
    /// <exception cref="DynamoValidationException">The name is none that a table can have.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ListTablesRequest" />
    /// <exception cref="DynamoValidationException">The limit is not 1 to 100, or the start is no table name.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DeleteTableRequest" />
    /// <exception cref="DynamoValidationException">The name is none that a table can have.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="ResourceInUseException">The table is being created or changed.</exception>
    /// <exception cref="LimitExceededException">Too many tables are being created or changed. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetItemRequest" />
    /// <exception cref="DynamoValidationException">The key or an expression breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PutItemRequest" />
    /// <exception cref="DynamoValidationException">The item, its key or an expression breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="ConditionalCheckFailedException">The condition is false; the exception has the item, where the request asks for it.</exception>
    /// <exception cref="ItemCollectionSizeLimitExceededException">The table has local secondary indexes, and the items of one partition key would exceed 10
    /// GB.</exception>
    /// <exception cref="TransactionConflictException">A transaction is writing the item at the same time. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateItemRequest" />
    /// <exception cref="DynamoValidationException">The key, an expression or the item that the update leads to breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="ConditionalCheckFailedException">The condition is false; the exception has the item, where the request asks for it.</exception>
    /// <exception cref="ItemCollectionSizeLimitExceededException">The table has local secondary indexes, and the items of one partition key would exceed 10
    /// GB.</exception>
    /// <exception cref="TransactionConflictException">A transaction is writing the item at the same time. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DeleteItemRequest" />
    /// <exception cref="DynamoValidationException">The key or an expression breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="ConditionalCheckFailedException">The condition is false; the exception has the item, where the request asks for it.</exception>
    /// <exception cref="ItemCollectionSizeLimitExceededException">The table has local secondary indexes, and the items of one partition key would exceed 10
    /// GB.</exception>
    /// <exception cref="TransactionConflictException">A transaction is writing the item at the same time. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="QueryRequest" />
    /// <exception cref="DynamoValidationException">The key condition, an expression, the index or the start key breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ScanRequest" />
    /// <exception cref="DynamoValidationException">An expression, the index, the segment or the start key breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BatchGetItemRequest" />
    /// <exception cref="DynamoValidationException">More than 100 keys, one of them twice, or a key or expression that breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">A table does not exist.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">Nothing of the batch could be read: throughput is used up. Only the service throws
    /// it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BatchWriteItemRequest" />
    /// <exception cref="DynamoValidationException">More than 25 writes, two of one item, or an item or key that breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">A table does not exist.</exception>
    /// <exception cref="ItemCollectionSizeLimitExceededException">The table has local secondary indexes, and the items of one partition key would exceed 10
    /// GB.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">Nothing of the batch could be written: throughput is used up. Only the service throws
    /// it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TransactGetItemsRequest" />
    /// <exception cref="DynamoValidationException">More than 100 keys, more than 4 MB of items, or an expression that breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">A table does not exist.</exception>
    /// <exception cref="TransactionCanceledException">One of the items cannot be read; the exception has a reason for each.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TransactWriteItemsRequest" />
    /// <exception cref="DynamoValidationException">More than 100 actions, two of one item, more than 4 MB, or an expression that breaks a rule of the
    /// service.</exception>
    /// <exception cref="ResourceNotFoundException">A table does not exist.</exception>
    /// <exception cref="TransactionCanceledException">One of the actions cannot be carried out, so that none was; the exception has a reason for
    /// each.</exception>
    /// <exception cref="TransactionInProgressException">The first request with the same token is still running. Only the service throws it.</exception>
    /// <exception cref="IdempotentParameterMismatchException">The same token was used within ten minutes with another request.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateTableRequest" />
    /// <exception cref="DynamoValidationException">The change breaks a rule of the service, or changes nothing.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="ResourceInUseException">The table or the index is being created, changed or deleted.</exception>
    /// <exception cref="LimitExceededException">A second index, or a throughput, billing mode or encryption that was changed too often.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateTimeToLiveRequest" />
    /// <exception cref="DynamoValidationException">It is switched on already, or off, or the attribute is another one.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="ResourceInUseException">The table is being created, changed or deleted.</exception>
    /// <exception cref="LimitExceededException">Too many tables are being created or changed. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeTimeToLiveRequest" />
    /// <exception cref="DynamoValidationException">The name is none that a table can have.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TagResourceRequest" />
    /// <exception cref="DynamoValidationException">A tag breaks a rule of the service, or the resource would have more than 50.</exception>
    /// <exception cref="ResourceNotFoundException">The resource does not exist.</exception>
    /// <exception cref="LimitExceededException">Too many changes at a time. Only the service throws it.</exception>
    /// <exception cref="ResourceInUseException">Another change of the table is under way. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">The resource is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UntagResourceRequest" />
    /// <exception cref="DynamoValidationException">A key breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The resource does not exist.</exception>
    /// <exception cref="LimitExceededException">Too many changes at a time. Only the service throws it.</exception>
    /// <exception cref="ResourceInUseException">Another change of the table is under way. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">The resource is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ListTagsOfResourceRequest" />
    /// <exception cref="DynamoValidationException">The Amazon resource name or the token is none.</exception>
    /// <exception cref="ResourceNotFoundException">The resource does not exist.</exception>
    /// <exception cref="AccessDeniedException">The resource is of another account, or none that there is.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<ListTagsOfResourceResponse> ListTagsOfResourceAsync(ListTagsOfResourceRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PutResourcePolicyRequest" />
    /// <exception cref="DynamoValidationException">The policy breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The resource does not exist.</exception>
    /// <exception cref="LimitExceededException">Too many changes at a time. Only the service throws it.</exception>
    /// <exception cref="PolicyNotFoundException">The policy has another revision than the request expects.</exception>
    /// <exception cref="ResourceInUseException">Another change of the table is under way. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">The policy would lock out who puts it, or the resource is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetResourcePolicyRequest" />
    /// <exception cref="DynamoValidationException">The Amazon resource name is none.</exception>
    /// <exception cref="ResourceNotFoundException">The resource does not exist.</exception>
    /// <exception cref="PolicyNotFoundException">The resource has no policy.</exception>
    /// <exception cref="AccessDeniedException">The resource is of another account.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DeleteResourcePolicyRequest" />
    /// <exception cref="DynamoValidationException">The Amazon resource name is none.</exception>
    /// <exception cref="ResourceNotFoundException">The resource does not exist.</exception>
    /// <exception cref="PolicyNotFoundException">The policy has another revision than the request expects.</exception>
    /// <exception cref="ResourceInUseException">Another change of the table is under way. Only the service throws it.</exception>
    /// <exception cref="LimitExceededException">Too many changes at a time. Only the service throws it.</exception>
    /// <exception cref="AccessDeniedException">The resource is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeLimitsRequest" />
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<DescribeLimitsResponse> DescribeLimitsAsync(DescribeLimitsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeEndpointsRequest" />
    ValueTask<DescribeEndpointsResponse> DescribeEndpointsAsync(DescribeEndpointsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ExecuteStatementRequest" />
    /// <exception cref="DynamoValidationException">The statement cannot be parsed, or it or a parameter breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="ConditionalCheckFailedException">The condition is false; the exception has the item, where the request asks for it.</exception>
    /// <exception cref="ItemCollectionSizeLimitExceededException">The table has local secondary indexes, and the items of one partition key would exceed 10
    /// GB.</exception>
    /// <exception cref="TransactionConflictException">A transaction is writing the item at the same time. Only the service throws it.</exception>
    /// <exception cref="DuplicateItemException">An INSERT meets an item with its key.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<ExecuteStatementResponse> ExecuteStatementAsync(ExecuteStatementRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BatchExecuteStatementRequest" />
    /// <exception cref="DynamoValidationException">More than 25 statements, or reads and writes mixed. What is wrong with one statement is in its
    /// response.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<BatchExecuteStatementResponse> BatchExecuteStatementAsync(BatchExecuteStatementRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ExecuteTransactionRequest" />
    /// <exception cref="DynamoValidationException">More than 100 statements, reads and writes mixed, or two of one item.</exception>
    /// <exception cref="ResourceNotFoundException">A table does not exist.</exception>
    /// <exception cref="TransactionCanceledException">One of the actions cannot be carried out, so that none was; the exception has a reason for
    /// each.</exception>
    /// <exception cref="TransactionInProgressException">The first request with the same token is still running. Only the service throws it.</exception>
    /// <exception cref="IdempotentParameterMismatchException">The same token was used within ten minutes with another request.</exception>
    /// <exception cref="AccessDeniedException">An Amazon resource name is of another account.</exception>
    /// <exception cref="StorageFullException">The disk is full, or the data file as large as it may become. Only the embedded engine throws it.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The table's or index's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="RequestLimitExceededException">The account's throughput is used up. Only the service throws it.</exception>
    /// <exception cref="ThrottlingException">Requests come faster than the service takes them. Only the service throws it.</exception>
    /// <exception cref="InternalServerErrorException">The service failed; the request may have taken effect.</exception>
    ValueTask<ExecuteTransactionResponse> ExecuteTransactionAsync(ExecuteTransactionRequest request, CancellationToken cancellationToken = default);
}
