using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>Rows that were read already, as one page.</summary>
internal sealed class ListSource(IReadOnlyList<Item> rows, ReadBudget budget) : PageSource(budget)
{
    private bool _isRead;

    /// <inheritdoc />
    public override ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        if (_isRead)
        {
            return new(result: false);
        }

        _isRead = true;
        Items = rows;
        return new(result: true);
    }
}
