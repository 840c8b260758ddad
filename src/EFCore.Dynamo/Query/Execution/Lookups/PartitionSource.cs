using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>All items of a read as one page, so that what belongs together is complete wherever the service's pages end.</summary>
/// <param name="source">The read, disposed with this.</param>
/// <param name="budget">What the execution may read.</param>
internal sealed class PartitionSource(PageSource source, ReadBudget budget) : PageSource(budget)
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
        List<Item>? items = null;
        while (await source.ReadNextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Items.Count == 0)
            {
                Items = source.Items;
                continue;
            }

            items ??= [.. Items];
            items.AddRange(source.Items);
            Items = items;
        }

        return Items.Count > 0;
    }

    /// <inheritdoc />
    public override void ForgetPages()
    {
        // Lookups still find their items in them.
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        source.Dispose();
        base.Dispose();
    }
}
