using EFCore.Dynamo.Engine.Operations.BatchGetItem;
using EFCore.Dynamo.Engine.Operations.BatchWriteItem;
using EFCore.Dynamo.Engine.Operations.CreateTable;
using EFCore.Dynamo.Engine.Operations.DeleteItem;
using EFCore.Dynamo.Engine.Operations.GetItem;
using EFCore.Dynamo.Engine.Operations.PutItem;
using EFCore.Dynamo.Engine.Operations.Query;
using EFCore.Dynamo.Engine.Operations.Scan;
using EFCore.Dynamo.Engine.Operations.Tables;
using EFCore.Dynamo.Engine.Operations.TransactGetItems;
using EFCore.Dynamo.Engine.Operations.TransactWriteItems;
using EFCore.Dynamo.Engine.Operations.UpdateItem;
using EFCore.Dynamo.Engine.Operations.UpdateTable;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine;

/// <content>One method an API operation. A null request is refused by what they call.</content>
public sealed partial class EmbeddedDynamoClient
{
    /// <inheritdoc />
    public ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("CreateTable", request?.TableName, request, CreateTableOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("UpdateTable", request?.TableName, request, UpdateTableOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => Read<DescribeTableOperation, DescribeTableRequest, DescribeTableResponse>("DescribeTable", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
        => Read<ListTablesOperation, ListTablesRequest, ListTablesResponse>("ListTables", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => ChangeAsync("DeleteTable", request?.TableName, request, DeleteTableOperation.ExecuteAsync, cancellationToken);

    /// <inheritdoc />
    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => Read<GetItemOperation, GetItemRequest, GetItemResponse>("GetItem", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => WriteAsync<PutItemOperation, PutItemRequest, PutItemResponse>("PutItem", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => WriteAsync<UpdateItemOperation, UpdateItemRequest, UpdateItemResponse>("UpdateItem", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => WriteAsync<DeleteItemOperation, DeleteItemRequest, DeleteItemResponse>("DeleteItem", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        => Read<QueryOperation, QueryRequest, QueryResponse>("Query", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
        => Read<ScanOperation, ScanRequest, ScanResponse>("Scan", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
        => Read<BatchGetItemOperation, BatchGetItemRequest, BatchGetItemResponse>("BatchGetItem", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
        => WriteAsync<BatchWriteItemOperation, BatchWriteItemRequest, BatchWriteItemResponse>("BatchWriteItem", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
        => Read<TransactGetItemsOperation, TransactGetItemsRequest, TransactGetItemsResponse>("TransactGetItems", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
        => WriteAsync<TransactWriteItemsOperation, TransactWriteItemsRequest, TransactWriteItemsResponse>(
            "TransactWriteItems", null, request, cancellationToken);
}
