using Amazon.DynamoDBv2;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Operations;
using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.InProcess;

/// <summary>Gives SDK requests to a client and SDK responses back.</summary>
internal sealed class RequestDispatcher(IDynamoClient client)
{
    /// <summary>Answers one request.</summary>
    /// <exception cref="DynamoServiceException">The client's error, or <c>UnknownOperationException</c> for an operation that no client has.</exception>
    public Task<AmazonWebServiceResponse> DispatchAsync(AmazonWebServiceRequest request, CancellationToken cancellationToken) => request switch
    {
        Model.GetItemRequest get => AnswerAsync(client.GetItemAsync(Violations.Read(get, GetItemCodec.FromSdk, client), cancellationToken), GetItemCodec.ToSdk),
        Model.PutItemRequest put => AnswerAsync(client.PutItemAsync(Violations.Read(put, PutItemCodec.FromSdk, client), cancellationToken), PutItemCodec.ToSdk),
        Model.UpdateItemRequest update
            => AnswerAsync(client.UpdateItemAsync(Violations.Read(update, UpdateItemCodec.FromSdk, client), cancellationToken), UpdateItemCodec.ToSdk),
        Model.DeleteItemRequest delete
            => AnswerAsync(client.DeleteItemAsync(Violations.Read(delete, DeleteItemCodec.FromSdk, client), cancellationToken), DeleteItemCodec.ToSdk),
        Model.QueryRequest query => QueryAsync(Violations.Read(query, QueryCodec.FromSdk, client), cancellationToken),
        Model.ScanRequest scan => ScanAsync(Violations.Read(scan, ScanCodec.FromSdk, client), cancellationToken),
        Model.BatchGetItemRequest batch
            => AnswerAsync(client.BatchGetItemAsync(Violations.Read(batch, BatchGetItemCodec.FromSdk, client), cancellationToken), BatchGetItemCodec.ToSdk),
        Model.BatchWriteItemRequest batch
            => AnswerAsync(
                client.BatchWriteItemAsync(Violations.Read(batch, BatchWriteItemCodec.FromSdk, client), cancellationToken), BatchWriteItemCodec.ToSdk),
        Model.TransactGetItemsRequest reads
            => AnswerAsync(
                client.TransactGetItemsAsync(Violations.Read(reads, TransactGetItemsCodec.FromSdk, client), cancellationToken), TransactGetItemsCodec.ToSdk),
        Model.TransactWriteItemsRequest writes
            => AnswerAsync(
                client.TransactWriteItemsAsync(Violations.Read(writes, TransactWriteItemsCodec.FromSdk, client), cancellationToken),
                TransactWriteItemsCodec.ToSdk),
        Model.ExecuteStatementRequest statement
            => AnswerAsync(
                client.ExecuteStatementAsync(Violations.Read(statement, ExecuteStatementCodec.FromSdk, client), cancellationToken),
                ExecuteStatementCodec.ToSdk),
        Model.BatchExecuteStatementRequest batch
            => AnswerAsync(
                client.BatchExecuteStatementAsync(Violations.Read(batch, BatchExecuteStatementCodec.FromSdk, client), cancellationToken),
                BatchExecuteStatementCodec.ToSdk),
        Model.ExecuteTransactionRequest transaction
            => AnswerAsync(
                client.ExecuteTransactionAsync(Violations.Read(transaction, ExecuteTransactionCodec.FromSdk, client), cancellationToken),
                ExecuteTransactionCodec.ToSdk),
        AmazonDynamoDBRequest other => DispatchTableAsync(other, cancellationToken),
        _ => throw UnknownOperation(request),
    };

    private Task<AmazonWebServiceResponse> DispatchTableAsync(AmazonDynamoDBRequest request, CancellationToken cancellationToken) => request switch
    {
        Model.CreateTableRequest create => AnswerAsync(
            client.CreateTableAsync(Violations.Read(create, CreateTableCodec.FromSdk, client), cancellationToken),
            static response => new Model.CreateTableResponse { TableDescription = TableDescriptionCodec.ToSdk(response.TableDescription) }),
        Model.UpdateTableRequest update => AnswerAsync(
            client.UpdateTableAsync(Violations.Read(update, UpdateTableCodec.FromSdk, client), cancellationToken),
            static response => new Model.UpdateTableResponse { TableDescription = TableDescriptionCodec.ToSdk(response.TableDescription) }),
        Model.DescribeTableRequest describe => AnswerAsync(
            client.DescribeTableAsync(new DescribeTableRequest { TableName = describe.TableName }, cancellationToken),
            static response => new Model.DescribeTableResponse { Table = TableDescriptionCodec.ToSdk(response.Table) }),
        Model.DeleteTableRequest delete => AnswerAsync(
            client.DeleteTableAsync(new DeleteTableRequest { TableName = delete.TableName }, cancellationToken),
            static response => new Model.DeleteTableResponse { TableDescription = TableDescriptionCodec.ToSdk(response.TableDescription) }),
        Model.ListTablesRequest list
            => AnswerAsync(client.ListTablesAsync(Violations.Read(list, ListTablesCodec.FromSdk, client), cancellationToken), ListTablesCodec.ToSdk),
        Model.UpdateTimeToLiveRequest update
            => AnswerAsync(client.UpdateTimeToLiveAsync(Violations.Read(update, TimeToLiveCodec.FromSdk, client), cancellationToken), TimeToLiveCodec.ToSdk),
        Model.DescribeTimeToLiveRequest describe
            => AnswerAsync(
                client.DescribeTimeToLiveAsync(Violations.Read(describe, TimeToLiveCodec.FromSdk, client), cancellationToken), TimeToLiveCodec.ToSdk),
        Model.DescribeLimitsRequest => AnswerAsync(client.DescribeLimitsAsync(new DescribeLimitsRequest(), cancellationToken), LimitsCodec.ToSdk),
        Model.DescribeEndpointsRequest => AnswerAsync(client.DescribeEndpointsAsync(new DescribeEndpointsRequest(), cancellationToken), LimitsCodec.ToSdk),
        _ => DispatchResourceAsync(request, cancellationToken),
    };

    private Task<AmazonWebServiceResponse> DispatchResourceAsync(AmazonDynamoDBRequest request, CancellationToken cancellationToken) => request switch
    {
        Model.TagResourceRequest tag
            => AnswerAsync(
                client.TagResourceAsync(Violations.Read(tag, TagCodec.FromSdk, client), cancellationToken), static _ => new Model.TagResourceResponse()),
        Model.UntagResourceRequest untag
            => AnswerAsync(
                client.UntagResourceAsync(Violations.Read(untag, TagCodec.FromSdk, client), cancellationToken), static _ => new Model.UntagResourceResponse()),
        Model.ListTagsOfResourceRequest list
            => AnswerAsync(client.ListTagsOfResourceAsync(Violations.Read(list, TagCodec.FromSdk, client), cancellationToken), TagCodec.ToSdk),
        Model.PutResourcePolicyRequest put
            => AnswerAsync(
                client.PutResourcePolicyAsync(Violations.Read(put, ResourcePolicyCodec.FromSdk, client), cancellationToken), ResourcePolicyCodec.ToSdk),
        Model.GetResourcePolicyRequest get
            => AnswerAsync(
                client.GetResourcePolicyAsync(Violations.Read(get, ResourcePolicyCodec.FromSdk, client), cancellationToken), ResourcePolicyCodec.ToSdk),
        Model.DeleteResourcePolicyRequest delete
            => AnswerAsync(
                client.DeleteResourcePolicyAsync(Violations.Read(delete, ResourcePolicyCodec.FromSdk, client), cancellationToken), ResourcePolicyCodec.ToSdk),
        _ => throw UnknownOperation(request),
    };

    // Of a name that it does not know the service says no more than the code, and the SDK makes this text of it.
    private static OtherServiceException UnknownOperation(AmazonWebServiceRequest request)
        => UnsupportedOperations.Find(request.GetType().Name[..^"Request".Length]) ?? new OtherServiceException(
            "UnknownOperationException",
            "The service returned an error with Error Code UnknownOperationException and HTTP Body: "
                + "{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}",
            400);

    private static async Task<AmazonWebServiceResponse> AnswerAsync<TResponse, TSdkResponse>(ValueTask<TResponse> call, Func<TResponse, TSdkResponse> convert)
        where TSdkResponse : AmazonWebServiceResponse
        => convert(await call.ConfigureAwait(false));

    private async Task<AmazonWebServiceResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken)
        => QueryCodec.ToSdk(await client.QueryAsync(request, cancellationToken).ConfigureAwait(false), request.Select);

    private async Task<AmazonWebServiceResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken)
        => ScanCodec.ToSdk(await client.ScanAsync(request, cancellationToken).ConfigureAwait(false), request.Select);
}
