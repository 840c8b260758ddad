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

    private readonly RequestSender _sender;
    private readonly IReadOnlyList<QueryRequest> _requests;
    private readonly Queue<(QueryRequest Request, ValueTask<QueryResponse> Response)> _inFlight = new();
    private int _nextRequest;
    private QueryRequest? _continued;

    /// <summary>Creates a source of the requests' items.</summary>
    public ParallelQuerySource(RequestSender sender, IReadOnlyList<QueryRequest> requests, ReadBudget budget)
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
            current = _continued with { Limit = Budget.Bound(_continued.Limit) };
            response = await _sender.QueryAsync(current, cancellationToken).ConfigureAwait(false);
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
        _continued = response.LastEvaluatedKey is { } key ? current with { ExclusiveStartKey = key } : null;
        return true;
    }

    private void Start(CancellationToken cancellationToken)
    {
        while (_nextRequest < _requests.Count && _inFlight.Count < MaxInFlight)
        {
            var request = _requests[_nextRequest++];
            var bounded = request with { Limit = Budget.Bound(request.Limit) };
            var response = _sender.QueryAsync(bounded, cancellationToken);
            _inFlight.Enqueue((bounded, response));
            if (response.IsCompleted)
            {
                // A client that answers at once gains nothing from requests ahead of need.
                return;
            }
        }
    }
}
