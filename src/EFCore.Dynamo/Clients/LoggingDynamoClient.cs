using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.Clients;

/// <summary>Logs each answered request of a context. A context whose log nobody reads has no such client, and pays nothing.</summary>
internal sealed class LoggingDynamoClient(
    IDynamoClient client,
    IDiagnosticsLogger<DbLoggerCategory.Database.Command> logger,
    TimeProvider timeProvider) : DelegatingDynamoClient(client)
{
    public override ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => LogAsync(request, Inner.CreateTableAsync, static _ => default, cancellationToken);

    public override ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => LogAsync(request, Inner.DescribeTableAsync, static _ => default, cancellationToken);

    public override ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
        => LogAsync(request, Inner.ListTablesAsync, static _ => default, cancellationToken);

    public override ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => LogAsync(request, Inner.DeleteTableAsync, static _ => default, cancellationToken);

    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.GetItemAsync,
            static response => (response.Item is null ? 0 : 1, response.ConsumedCapacity?.CapacityUnits),
            cancellationToken);

    public override ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.PutItemAsync,
            static response => (1, response.ConsumedCapacity?.CapacityUnits),
            cancellationToken);

    public override ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.UpdateItemAsync,
            static response => (1, response.ConsumedCapacity?.CapacityUnits),
            cancellationToken);

    public override ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.DeleteItemAsync,
            static response => (1, response.ConsumedCapacity?.CapacityUnits),
            cancellationToken);

    public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.QueryAsync,
            static response => (response.ScannedCount, response.ConsumedCapacity?.CapacityUnits),
            cancellationToken);

    public override ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.ScanAsync,
            static response => (response.ScannedCount, response.ConsumedCapacity?.CapacityUnits),
            cancellationToken);

    public override ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.BatchGetItemAsync,
            static response => (response.Responses.Values.Sum(items => items.Count), Sum(response.ConsumedCapacity)),
            cancellationToken);

    public override ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        var count = request.RequestItems?.Values.Sum(writes => writes.Count) ?? 0;
        return LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.BatchWriteItemAsync,
            response => (count - response.UnprocessedItems.Values.Sum(writes => writes.Count), Sum(response.ConsumedCapacity)),
            cancellationToken);
    }

    public override ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
        => LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.TransactGetItemsAsync,
            static response => (response.Responses.Count(item => item is not null), Sum(response.ConsumedCapacity)),
            cancellationToken);

    public override ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        var count = request.TransactItems?.Count ?? 0;
        return LogAsync(
            request with { ReturnConsumedCapacity = Ask(request.ReturnConsumedCapacity) },
            Inner.TransactWriteItemsAsync,
            response => (count, Sum(response.ConsumedCapacity)),
            cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
    }

    protected override ValueTask DisposeAsyncCore() => default;

    // The figures cost nothing, on AWS as here, and a log without them says little.
    private static ReturnConsumedCapacity Ask(ReturnConsumedCapacity asked)
        => asked == ReturnConsumedCapacity.None ? ReturnConsumedCapacity.Total : asked;

    private static double? Sum(IReadOnlyList<ConsumedCapacity>? capacity) => capacity?.Sum(table => table.CapacityUnits);

    private async ValueTask<TResponse> LogAsync<TRequest, TResponse>(
        TRequest request,
        Func<TRequest, CancellationToken, ValueTask<TResponse>> execute,
        Func<TResponse, (int ItemCount, double? CapacityUnits)> measure,
        CancellationToken cancellationToken)
        where TRequest : class
    {
        var start = timeProvider.GetTimestamp();
        var response = await execute(request, cancellationToken).ConfigureAwait(false);
        var (itemCount, capacityUnits) = measure(response);
        logger.RequestExecuted(RequestDescription.Of(request), itemCount, capacityUnits, timeProvider.GetElapsedTime(start));
        return response;
    }
}
