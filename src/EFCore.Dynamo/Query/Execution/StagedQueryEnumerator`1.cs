using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Runs the client operators over each page and shapes what comes out.</summary>
internal sealed class StagedQueryEnumerator<T>(DynamoQueryContext context, CompiledRowQuery<T> query, CancellationToken cancellationToken)
    : QueryEnumerator<T>(context, query, cancellationToken)
{
    private readonly RowBuffer _buffer = new();

    private PageSource? _source;
    private RowStage? _first;
    private bool _keepsRows;
    private bool _isCompleted;
    private int _index;

    /// <inheritdoc />
    public override void Dispose()
        => _source?.Dispose();

    /// <inheritdoc />
    private protected override void Initialize()
    {
        _source = query.CreateSource(Context);
        _first = StageChain.Create(query.Stages, Context, _buffer);
        _keepsRows = query.KeepsRows;
    }

    /// <inheritdoc />
    private protected override bool TryMoveNext()
    {
        if (_index >= _buffer.Rows.Count)
        {
            return false;
        }

        Current = query.Shaper(Context, _buffer.Rows[_index++]);
        return true;
    }

    /// <inheritdoc />
    private protected override async ValueTask<bool> ReadAndMoveNextAsync()
    {
        while (!_isCompleted)
        {
            _buffer.Rows.Clear();
            _index = 0;
            if (!_keepsRows)
            {
                _source!.ForgetPages(); // Initialize runs first
            }

            if (_first!.IsDone || !await _source!.ReadNextAsync(CancellationToken).ConfigureAwait(false)) // Initialize runs first
            {
                _isCompleted = true;
                _first.Complete();
            }
            else
            {
                StageChain.Push(_first, _source.Items);
            }

            if (TryMoveNext())
            {
                return true;
            }
        }

        return false;
    }
}
