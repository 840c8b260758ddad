using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>One item by its key.</summary>
internal sealed class GetItemSource(PlannedRequestSender sender, GetItemRequest request, ReadBudget budget) : PageSource(budget)
{
    private bool _isRead;

    /// <inheritdoc />
    public override async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        if (_isRead)
        {
            return false;
        }

        _isRead = true;
        var response = await sender.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Item is not { } item)
        {
            return false;
        }

        SetPage([item], count: 1, scannedCount: 1);
        return true;
    }
}
