using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>An <see cref="AccessPlan" /> with the values of one execution: requests, ready to send.</summary>
/// <remarks>
///     With several <see cref="Queries" /> no item is in two of them, and nothing is said about their order. A page's <c>LastEvaluatedKey</c> goes into a copy
///     of its request (<c>with</c>). A <c>Limit</c> is all that is needed of one request, over all of its pages. <see cref="Batches" /> hold each key once.
/// </remarks>
internal readonly struct BoundAccess
{
    private readonly object? _request;

    private BoundAccess(AccessOperation operation, object? request)
    {
        Operation = operation;
        _request = request;
    }

    /// <summary>Which of the requests there is; <see cref="AccessOperation.Empty" /> means none.</summary>
    public AccessOperation Operation { get; }

    /// <summary>The request of <see cref="AccessOperation.GetItem" />.</summary>
    public GetItemRequest GetItem => (GetItemRequest)_request!; // Operation says so

    /// <summary>The requests of <see cref="AccessOperation.BatchGetItem" />: at least one, with at most 100 keys each.</summary>
    public IReadOnlyList<BatchGetItemRequest> Batches => (IReadOnlyList<BatchGetItemRequest>)_request!; // Operation says so

    /// <summary>Whether there is exactly one <see cref="Query" />.</summary>
    public bool IsSingleQuery => _request is QueryRequest;

    /// <summary>The only request of <see cref="AccessOperation.Query" />; see <see cref="IsSingleQuery" />.</summary>
    public QueryRequest Query => (QueryRequest)_request!; // IsSingleQuery says so

    /// <summary>The requests of <see cref="AccessOperation.Query" />, at least one.</summary>
    public IReadOnlyList<QueryRequest> Queries => _request is QueryRequest query ? [query] : (IReadOnlyList<QueryRequest>)_request!; // Operation says so

    /// <summary>The request of <see cref="AccessOperation.Scan" />.</summary>
    public ScanRequest Scan => (ScanRequest)_request!; // Operation says so

    public static BoundAccess Empty => default;

    public static BoundAccess FromGetItem(GetItemRequest request) => new(AccessOperation.GetItem, request);

    public static BoundAccess FromBatches(IReadOnlyList<BatchGetItemRequest> requests) => new(AccessOperation.BatchGetItem, requests);

    public static BoundAccess FromQuery(QueryRequest request) => new(AccessOperation.Query, request);

    public static BoundAccess FromQueries(IReadOnlyList<QueryRequest> requests)
        => new(AccessOperation.Query, requests.Count == 1 ? requests[0] : requests);

    public static BoundAccess FromScan(ScanRequest request) => new(AccessOperation.Scan, request);
}
