using System.Collections.Frozen;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol;
using EFCore.Dynamo.Protocol.Operations;

namespace EFCore.Dynamo.Server.Operations;

/// <summary>By <c>X-Amz-Target</c>, every operation that the server answers; all others are unknown to it.</summary>
internal static class OperationTable
{
    // The service has two fronts, each with targets of its own; both are signed for "dynamodb".
    private const string DynamoTarget = "DynamoDB_20120810.";
    private const string StreamsTarget = "DynamoDBStreams_20120810.";

    private static readonly OperationRoute[] Dynamo =
    [
        Route<CreateTableProtocol, CreateTableRequest, CreateTableResponse>(static (client, request, token) => client.CreateTableAsync(request, token)),
        Route<UpdateTableProtocol, UpdateTableRequest, UpdateTableResponse>(static (client, request, token) => client.UpdateTableAsync(request, token)),
        Route<DescribeTableProtocol, DescribeTableRequest, DescribeTableResponse>(static (client, request, token) => client.DescribeTableAsync(request, token)),
        Route<ListTablesProtocol, ListTablesRequest, ListTablesResponse>(static (client, request, token) => client.ListTablesAsync(request, token)),
        Route<DeleteTableProtocol, DeleteTableRequest, DeleteTableResponse>(static (client, request, token) => client.DeleteTableAsync(request, token)),
        Route<UpdateTimeToLiveProtocol, UpdateTimeToLiveRequest, UpdateTimeToLiveResponse>(
            static (client, request, token) => client.UpdateTimeToLiveAsync(request, token)),
        Route<DescribeTimeToLiveProtocol, DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>(
            static (client, request, token) => client.DescribeTimeToLiveAsync(request, token)),
        Route<TagResourceProtocol, TagResourceRequest, TagResourceResponse>(static (client, request, token) => client.TagResourceAsync(request, token)),
        Route<UntagResourceProtocol, UntagResourceRequest, UntagResourceResponse>(static (client, request, token) => client.UntagResourceAsync(request, token)),
        Route<ListTagsOfResourceProtocol, ListTagsOfResourceRequest, ListTagsOfResourceResponse>(
            static (client, request, token) => client.ListTagsOfResourceAsync(request, token)),
        Route<PutResourcePolicyProtocol, PutResourcePolicyRequest, PutResourcePolicyResponse>(
            static (client, request, token) => client.PutResourcePolicyAsync(request, token)),
        Route<GetResourcePolicyProtocol, GetResourcePolicyRequest, GetResourcePolicyResponse>(
            static (client, request, token) => client.GetResourcePolicyAsync(request, token)),
        Route<DeleteResourcePolicyProtocol, DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>(
            static (client, request, token) => client.DeleteResourcePolicyAsync(request, token)),
        Route<DescribeLimitsProtocol, DescribeLimitsRequest, DescribeLimitsResponse>(
            static (client, request, token) => client.DescribeLimitsAsync(request, token)),
        new DescribeEndpointsRoute(),
        Route<GetItemProtocol, GetItemRequest, GetItemResponse>(static (client, request, token) => client.GetItemAsync(request, token)),
        Route<PutItemProtocol, PutItemRequest, PutItemResponse>(static (client, request, token) => client.PutItemAsync(request, token)),
        Route<UpdateItemProtocol, UpdateItemRequest, UpdateItemResponse>(static (client, request, token) => client.UpdateItemAsync(request, token)),
        Route<DeleteItemProtocol, DeleteItemRequest, DeleteItemResponse>(static (client, request, token) => client.DeleteItemAsync(request, token)),
        new PageRoute<QueryProtocol, QueryRequest, QueryResponse>(
            static (request, arena) => request with { Arena = arena }, static (client, request, token) => client.QueryAsync(request, token)),
        new PageRoute<ScanProtocol, ScanRequest, ScanResponse>(
            static (request, arena) => request with { Arena = arena }, static (client, request, token) => client.ScanAsync(request, token)),
        Route<BatchGetItemProtocol, BatchGetItemRequest, BatchGetItemResponse>(static (client, request, token) => client.BatchGetItemAsync(request, token)),
        Route<BatchWriteItemProtocol, BatchWriteItemRequest, BatchWriteItemResponse>(
            static (client, request, token) => client.BatchWriteItemAsync(request, token)),
        Route<TransactGetItemsProtocol, TransactGetItemsRequest, TransactGetItemsResponse>(
            static (client, request, token) => client.TransactGetItemsAsync(request, token)),
        Route<TransactWriteItemsProtocol, TransactWriteItemsRequest, TransactWriteItemsResponse>(
            static (client, request, token) => client.TransactWriteItemsAsync(request, token)),
        Route<ExecuteStatementProtocol, ExecuteStatementRequest, ExecuteStatementResponse>(
            static (client, request, token) => client.ExecuteStatementAsync(request, token)),
        Route<BatchExecuteStatementProtocol, BatchExecuteStatementRequest, BatchExecuteStatementResponse>(
            static (client, request, token) => client.BatchExecuteStatementAsync(request, token)),
        Route<ExecuteTransactionProtocol, ExecuteTransactionRequest, ExecuteTransactionResponse>(
            static (client, request, token) => client.ExecuteTransactionAsync(request, token)),
    ];

    private static readonly OperationRoute[] Streams =
    [
        StreamsRoute<ListStreamsProtocol, ListStreamsRequest, ListStreamsResponse>(static (client, request, token) => client.ListStreamsAsync(request, token)),
        StreamsRoute<DescribeStreamProtocol, DescribeStreamRequest, DescribeStreamResponse>(
            static (client, request, token) => client.DescribeStreamAsync(request, token)),
        StreamsRoute<GetShardIteratorProtocol, GetShardIteratorRequest, GetShardIteratorResponse>(
            static (client, request, token) => client.GetShardIteratorAsync(request, token)),
        StreamsRoute<GetRecordsProtocol, GetRecordsRequest, GetRecordsResponse>(static (client, request, token) => client.GetRecordsAsync(request, token)),
    ];

    /// <summary>By the whole header: target prefix and name, compared by case, as the service does.</summary>
    public static readonly FrozenDictionary<string, OperationRoute> Routes = Dynamo.Select(
        static route => KeyValuePair.Create(DynamoTarget + route.Name, route))
        .Concat(Streams.Select(static route => KeyValuePair.Create(StreamsTarget + route.Name, route)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    ///     What is said of a target that is none: of an operation of later work, how to do without it; of any other, no more than the service says.
    /// </summary>
    public static DynamoServiceException CreateUnknownOperation(string target)
        => target.StartsWith(DynamoTarget, StringComparison.Ordinal) && UnsupportedOperations.Find(target[DynamoTarget.Length..]) is { } error
            ? error
            : ProtocolException.UnknownOperation();

    private static ProtocolRoute<TProtocol, TRequest, TResponse> Route<TProtocol, TRequest, TResponse>(
        Func<IDynamoClient, TRequest, CancellationToken, ValueTask<TResponse>> invoke)
        where TProtocol : IOperationProtocol<TRequest, TResponse> => new(invoke);

    /// <summary>A back end without streams knows no operation of theirs.</summary>
    private static ProtocolRoute<TProtocol, TRequest, TResponse> StreamsRoute<TProtocol, TRequest, TResponse>(
        Func<IDynamoStreamsClient, TRequest, CancellationToken, ValueTask<TResponse>> invoke)
        where TProtocol : IOperationProtocol<TRequest, TResponse>
        => new(
            (client, request, token) => client is IDynamoStreamsClient streams ? invoke(streams, request, token) : throw ProtocolException.UnknownOperation());
}
