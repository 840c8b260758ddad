using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>Several Queries, none of which can return an item of another: one a value of an <c>IN</c> on the key.</summary>
/// <remarks>
///     Up to <see cref="MaxInFlight" /> first pages are on their way at a time; results come in the order of the requests, whatever order they arrive in.
///     Where rows must be ordered over all of them, the plan has a client step that does it.
/// </remarks>
internal sealed class ParallelQuerySource : PageSource
{
    /// <summary>How many requests are on their way at once.</summary>
    public const int MaxInFlight = 8;

    private readonly PlannedRequestSender _sender;
    private readonly IReadOnlyList<QueryRequest> _requests;
    private readonly Queue<(QueryRequest Request, ValueTask<QueryResponse> Response)> _inFlight = new();

    private int _nextRequest;
    private QueryRequest? _continued;

    /// <summary>Creates a source of the requests' items.</summary>
    public ParallelQuerySource(PlannedRequestSender sender, IReadOnlyList<QueryRequest> requests, ReadBudget budget)
        : base(budget)
    {
        _sender = sender;
        _requests = requests;
    }

    /// <inheritdoc />
    public override async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        QueryRequest current;
        QueryResponse response;
        if (_continued is not null)
        {
            current = _continued;
            response = await _sender.QueryAsync(current with { Limit = Budget.Bound(current.Limit) }, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Start(cancellationToken);
            if (!_inFlight.TryDequeue(out var first))
            {
                return false;
            }

            current = first.Request;
            response = await first.Response.ConfigureAwait(false);
        }

        SetPage(response.Items, response.Count, response.ScannedCount);
        _continued = Continue(current, response);
        return true;
    }

    // A limit is all that the plan needs of one request: the client sorts what comes, and would read every page of each to do so.
    private static QueryRequest? Continue(QueryRequest request, QueryResponse response)
    {
        var remaining = request.Limit - response.ScannedCount;
        return remaining is null or > 0 && response.LastEvaluatedKey is { } key
            ? request with { ExclusiveStartKey = key, Limit = remaining }
            : null;
    }

    private void Start(CancellationToken cancellationToken)
    {
        while (_nextRequest < _requests.Count && _inFlight.Count < MaxInFlight)
        {
            var request = _requests[_nextRequest++];
            var response = _sender.QueryAsync(request with { Limit = Budget.Bound(request.Limit) }, cancellationToken);
            _inFlight.Enqueue((request, response));
            if (response.IsCompleted)
            {
                // A client that answers at once gains nothing from requests ahead of need.
                return;
            }
        }
    }
}
