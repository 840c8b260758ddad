using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>Joins the rows of a source with what is looked up for them, a window of rows at a time.</summary>
/// <remarks>The order is the source's. Joined rows have memory of their own, so that neither source's pages have to stay.</remarks>
internal sealed class LookupSource : PageSource
{
    private readonly DynamoQueryContext _context;
    private readonly PageSource _outer;
    private readonly CompiledLookup _lookup;
    private readonly LookupReader _reader;
    private readonly List<Item> _joined = [];

    private int _next;

    /// <summary>Puts one execution of a lookup behind a source, which is disposed with this one.</summary>
    /// <param name="context">The execution.</param>
    /// <param name="outer">The rows.</param>
    /// <param name="lookup">What is looked up for them.</param>
    /// <param name="budget">What all sources of the execution may read together.</param>
    /// <param name="partition">Has the items, where they are read with the rows; null where the lookup reads them.</param>
    public LookupSource(DynamoQueryContext context, PageSource outer, CompiledLookup lookup, ReadBudget budget, PartitionSource? partition = null)
        : base(budget)
    {
        _context = context;
        _outer = outer;
        _lookup = lookup;
        _reader = new LookupReader(context, lookup, budget, partition);
    }

    /// <inheritdoc />
    public override async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        _joined.Clear();
        Items = _joined;
        if (_next >= _outer.Items.Count)
        {
            _outer.ForgetPages();
            if (!await _outer.ReadNextAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            _next = 0;
        }

        await JoinAsync(Math.Min(_next + LookupOperator.MaxWindow, _outer.Items.Count), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc />
    public override void ForgetPages()
    {
        // Each page's rows are in memory of their own.
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _outer.Dispose();
        base.Dispose();
    }

    private async ValueTask JoinAsync(int end, CancellationToken cancellationToken)
    {
        var window = new LookupWindow(_context, _lookup);
        var requests = new int[end - _next];
        for (var i = 0; i < requests.Length; i++)
        {
            requests[i] = window.Add(_outer.Items[_next + i]);
        }

        using var found = await _reader.ReadAsync(window, cancellationToken).ConfigureAwait(false);
        foreach (var request in requests)
        {
            JoinedRows.Add(_joined, _outer.Items[_next++], found.Rows[request], _lookup);
        }
    }
}
