using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>What one round of a lookup found.</summary>
/// <param name="rows">By value, the rows, which live until this is disposed.</param>
/// <param name="sources">Whose memory they are in.</param>
internal sealed class LookupResult(IReadOnlyList<Item>[] rows, List<PageSource> sources) : IDisposable
{
    /// <summary>By value, in the order of the values.</summary>
    public IReadOnlyList<Item>[] Rows
        => rows;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var source in sources)
        {
            source.Dispose();
        }
    }
}
