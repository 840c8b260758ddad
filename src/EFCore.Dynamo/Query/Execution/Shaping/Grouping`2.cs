using System.Collections;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>A group that a query returns as it is.</summary>
internal sealed class Grouping<TKey, TElement>(TKey key, List<TElement> elements) : IGrouping<TKey, TElement>, IReadOnlyList<TElement>
{
    /// <inheritdoc />
    public TKey Key
        => key;

    /// <inheritdoc />
    public int Count
        => elements.Count;

    /// <inheritdoc />
    public TElement this[int index]
        => elements[index];

    /// <inheritdoc />
    public IEnumerator<TElement> GetEnumerator()
        => elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator()
        => elements.GetEnumerator();
}
