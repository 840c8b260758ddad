using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>The items of one partition, or of the part of it that the key condition names.</summary>
internal sealed class QuerySource : PageSource
{
    private readonly PlannedRequestSender _sender;

    private QueryRequest? _next;

    /// <summary>Creates a source of the items that the request, and those that go on from it, read.</summary>
    public QuerySource(PlannedRequestSender sender, QueryRequest request, ReadBudget budget)
        : base(budget)
    {
        _sender = sender;
        _next = request with { Arena = Arena };
    }

    /// <inheritdoc />
    public override async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        if (_next is not { } current)
        {
            return false;
        }

        var limit = Budget.Bound(current.Limit);
        var response = await _sender.QueryAsync(limit == current.Limit ? current : current with { Limit = limit }, cancellationToken).ConfigureAwait(false);
        SetPage(response.Items, response.Count, response.ScannedCount);

        // Only a missing key ends the query; stopping at an empty page would lose items.
        _next = response.LastEvaluatedKey is { } key ? current with { ExclusiveStartKey = key } : null;
        return true;
    }
}
