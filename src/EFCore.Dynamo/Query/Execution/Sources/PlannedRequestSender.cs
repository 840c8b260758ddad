using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Planning;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>Sends the requests of one execution and logs each.</summary>
internal readonly struct PlannedRequestSender(DynamoQueryContext context, AccessPlan plan)
{
    /// <summary>Sends a GetItem.</summary>
    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken)
    {
        Log();
        return context.Client.GetItemAsync(request, cancellationToken);
    }

    /// <summary>Sends a BatchGetItem.</summary>
    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken)
    {
        Log();
        return context.Client.BatchGetItemAsync(request, cancellationToken);
    }

    /// <summary>Sends a Query.</summary>
    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        Log();
        return context.Client.QueryAsync(request, cancellationToken);
    }

    /// <summary>Sends a Scan.</summary>
    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        Log();
        return context.Client.ScanAsync(request, cancellationToken);
    }

    private void Log()
        => context.CommandLogger.ExecutingRequest(plan, context.Parameters);
}
