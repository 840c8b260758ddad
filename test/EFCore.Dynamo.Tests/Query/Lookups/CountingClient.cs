using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>Counts the requests that read.</summary>
internal sealed class CountingClient(IDynamoClient client) : DelegatingDynamoClient(client)
{
    public List<string> Reads { get; } = [];

    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        Reads.Add("GetItem");
        return base.GetItemAsync(request, cancellationToken);
    }

    public override ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        Reads.Add("BatchGetItem");
        return base.BatchGetItemAsync(request, cancellationToken);
    }

    public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        Reads.Add("Query");
        return base.QueryAsync(request, cancellationToken);
    }

    public override ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        Reads.Add("Scan");
        return base.ScanAsync(request, cancellationToken);
    }
}
