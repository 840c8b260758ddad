namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>No items, no requests.</summary>
internal sealed class EmptySource(ReadBudget budget) : PageSource(budget)
{
    /// <inheritdoc />
    public override ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
        => new(result: false);
}
