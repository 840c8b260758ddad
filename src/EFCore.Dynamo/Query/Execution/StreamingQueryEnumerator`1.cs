using EFCore.Dynamo.Query.Execution.Sources;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Shapes the items of each page as they are asked for.</summary>
internal sealed class StreamingQueryEnumerator<T>(DynamoQueryContext context, CompiledRowQuery<T> query, CancellationToken cancellationToken)
    : QueryEnumerator<T>(context, query, cancellationToken)
{
    private PageSource? _source;
    private int _index;

    private PageSource Source
        => _source!; // Initialize runs first

    /// <inheritdoc />
    public override void Dispose()
        => _source?.Dispose();

    /// <inheritdoc />
    private protected override void Initialize()
        => _source = query.CreateSource(Context);

    /// <inheritdoc />
    private protected override bool TryMoveNext()
    {
        if (_index >= Source.Items.Count)
        {
            return false;
        }

        Current = query.Shaper(Context, Source.Items[_index++]);
        return true;
    }

    /// <inheritdoc />
    private protected override async ValueTask<bool> ReadAndMoveNextAsync()
    {
        // The rows of the page before are entities by now.
        Source.ForgetPages();
        while (await Source.ReadNextAsync(CancellationToken).ConfigureAwait(false))
        {
            _index = 0;
            if (TryMoveNext())
            {
                return true;
            }
        }

        _index = Source.Items.Count;
        return false;
    }
}
