using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Tests.Query.BulkWrites;

/// <summary>Records the requests, and lets another writer in before each write.</summary>
internal sealed class RivalClient(IDynamoClient client) : DelegatingDynamoClient(client)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Item, int> _attempts = [];

    private int _inFlight;

    public List<object> Requests { get; } = [];

    /// <summary>Called with the key, and how many writes of it there were.</summary>
    public Func<Item, int, Task>? BeforeWrite { get; set; }

    /// <summary>Whether writes take time.</summary>
    public bool Delay { get; set; }

    public int MaxInFlight { get; private set; }

    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        Add(request);
        return base.GetItemAsync(request, cancellationToken);
    }

    public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        Add(request);
        return base.QueryAsync(request, cancellationToken);
    }

    public override ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        Add(request);
        return base.ScanAsync(request, cancellationToken);
    }

    public override async ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        await EnterAsync(request, request.Key!.Value);
        try
        {
            return await base.UpdateItemAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    public override async ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        await EnterAsync(request, request.Key!.Value);
        try
        {
            return await base.DeleteItemAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task EnterAsync(object request, Item key)
    {
        int attempt;
        lock (_lock)
        {
            attempt = _attempts[key] = _attempts.GetValueOrDefault(key) + 1;
            Requests.Add(request);
            MaxInFlight = Math.Max(MaxInFlight, ++_inFlight);
        }

        if (Delay)
        {
            await Task.Yield();
            await Task.Delay(1);
        }

        if (BeforeWrite is not null)
        {
            await BeforeWrite(key, attempt);
        }
    }

    private void Add(object request)
    {
        lock (_lock)
        {
            Requests.Add(request);
        }
    }
}
