using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>Reads the items of one execution, a page at a time.</summary>
/// <remarks>
///     Its items live in pooled memory where the client can use it, until <see cref="ForgetPages" /> or <see cref="Dispose" />:
///     whoever keeps rows from page to page must not call the first, and nobody may hand rows out past the second.
/// </remarks>
internal abstract class PageSource(ReadBudget budget) : IDisposable
{
    /// <summary>The items of the current page; empty where the service only counts.</summary>
    public IReadOnlyList<Item> Items { get; private protected set; } = [];

    /// <summary>The items of the current page that satisfied the filter.</summary>
    public int Count { get; private protected set; }

    /// <summary>Where a client in this process puts the items.</summary>
    private protected ItemArena Arena { get; } = new();

    /// <summary>What the execution has read and may still read.</summary>
    private protected ReadBudget Budget { get; } = budget;

    /// <summary>Reads the next page, which can be empty though others follow: a page ends by what was read, not by what passed the filter.</summary>
    /// <returns>False when there is no more page.</returns>
    public abstract ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken);

    /// <summary>Says that no item of an earlier page is used any more, so that the next page may take their memory.</summary>
    public virtual void ForgetPages()
        => Arena.Clear();

    /// <inheritdoc />
    public virtual void Dispose()
        => Arena.Dispose();

    /// <summary>Makes the items of a response the current page.</summary>
    private protected void SetPage(IReadOnlyList<Item> items, int count, int scannedCount)
    {
        Items = items;
        Count = count;
        Budget.Add(scannedCount);
    }
}
