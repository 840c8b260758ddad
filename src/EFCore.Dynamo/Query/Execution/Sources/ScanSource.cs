using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>All items of a table or index.</summary>
internal sealed class ScanSource : PageSource
{
    private readonly PlannedRequestSender _sender;

    private ScanRequest? _next;

    /// <summary>Creates a source of the items that the request, and those that go on from it, read.</summary>
    public ScanSource(PlannedRequestSender sender, ScanRequest request, ReadBudget budget)
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
        var response = await _sender.ScanAsync(limit == current.Limit ? current : current with { Limit = limit }, cancellationToken).ConfigureAwait(false);
        SetPage(response.Items, response.Count, response.ScannedCount);
        _next = response.LastEvaluatedKey is { } key ? current with { ExclusiveStartKey = key } : null;
        return true;
    }
}
