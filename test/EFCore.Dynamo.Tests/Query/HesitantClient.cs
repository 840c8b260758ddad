using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>A client as it may be over a network: answers later, in small pages, and returns a part of what a batch asks for.</summary>
internal sealed class HesitantClient(IDynamoClient client) : DelegatingDynamoClient(client)
{
    public int RequestCount { get; private set; }

    public TaskCompletionSource? Gate { get; set; }

    public override async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        return await Inner.GetItemAsync(request, cancellationToken);
    }

    public override async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        return await Inner.QueryAsync(request with { Limit = Math.Min(request.Limit ?? 2, 2) }, cancellationToken);
    }

    public override async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        return await Inner.ScanAsync(request with { Limit = Math.Min(request.Limit ?? 5, 5) }, cancellationToken);
    }

    public override async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        var (table, keys) = request.RequestItems!.Single();
        var response = await Inner.BatchGetItemAsync(
            request with { RequestItems = new Dictionary<string, KeysAndAttributes> { [table] = keys with { Keys = [keys.Keys![0]] } } }, cancellationToken);
        return keys.Keys.Count == 1
            ? response
            : response with { UnprocessedKeys = new Dictionary<string, KeysAndAttributes> { [table] = keys with { Keys = [.. keys.Keys.Skip(1)] } } };
    }

    protected override void Dispose(bool disposing)
    {
    }

    protected override ValueTask DisposeAsyncCore() => default;

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        RequestCount++;
        await (Gate?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
