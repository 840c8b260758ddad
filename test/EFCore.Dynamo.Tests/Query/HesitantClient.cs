using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>A client as it may be over a network: answers later, in small pages, and returns a part of what a batch asks for.</summary>
internal sealed class HesitantClient(IDynamoClient client) : IDynamoClient
{
    public int RequestCount { get; private set; }

    public TaskCompletionSource? Gate { get; set; }

    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        return await client.GetItemAsync(request, cancellationToken);
    }

    public async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        return await client.QueryAsync(request with { Limit = Math.Min(request.Limit ?? 2, 2) }, cancellationToken);
    }

    public async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        return await client.ScanAsync(request with { Limit = Math.Min(request.Limit ?? 5, 5) }, cancellationToken);
    }

    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        var (table, keys) = request.RequestItems!.Single();
        var response = await client.BatchGetItemAsync(
            request with { RequestItems = new Dictionary<string, KeysAndAttributes> { [table] = keys with { Keys = [keys.Keys![0]] } } }, cancellationToken);
        return keys.Keys.Count == 1
            ? response
            : response with { UnprocessedKeys = new Dictionary<string, KeysAndAttributes> { [table] = keys with { Keys = [.. keys.Keys.Skip(1)] } } };
    }

    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
        => client.BatchWriteItemAsync(request, cancellationToken);

    public ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => client.CreateTableAsync(request, cancellationToken);

    public ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => client.DescribeTableAsync(request, cancellationToken);

    public ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
        => client.ListTablesAsync(request, cancellationToken);

    public ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => client.DeleteTableAsync(request, cancellationToken);

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => client.PutItemAsync(request, cancellationToken);

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => client.UpdateItemAsync(request, cancellationToken);

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => client.DeleteItemAsync(request, cancellationToken);

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
        => client.TransactGetItemsAsync(request, cancellationToken);

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
        => client.TransactWriteItemsAsync(request, cancellationToken);

    public ValueTask DisposeAsync() => default;

    public void Dispose()
    {
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        RequestCount++;
        await (Gate?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
