using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>Items by their keys, a request a page.</summary>
/// <remarks>What a response leaves out for its size comes back as a request of its own, and is sent until nothing is left.</remarks>
internal sealed class BatchGetItemSource(PlannedRequestSender sender, IReadOnlyList<BatchGetItemRequest> requests, ReadBudget budget) : PageSource(budget)
{
    private int _next;
    private BatchGetItemRequest? _unprocessed;

    /// <inheritdoc />
    public override async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        var request = _unprocessed ?? (_next < requests.Count ? requests[_next++] : null);
        if (request is null)
        {
            return false;
        }

        var response = await sender.BatchGetItemAsync(request, cancellationToken).ConfigureAwait(false);
        _unprocessed = response.UnprocessedKeys.Count > 0 ? request with { RequestItems = response.UnprocessedKeys } : null;
        foreach (var items in response.Responses.Values)
        {
            // A query reads one table.
            SetPage(items, items.Count, items.Count);
            return true;
        }

        SetPage([], count: 0, scannedCount: 0);
        return true;
    }
}
