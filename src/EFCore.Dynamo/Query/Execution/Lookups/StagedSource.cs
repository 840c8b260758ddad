using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>The rows that come out of client operators, as pages for what follows.</summary>
internal sealed class StagedSource : PageSource
{
    private readonly PageSource _source;
    private readonly RowBuffer _buffer = new();
    private readonly RowStage _first;
    private readonly bool _keepsRows;

    private bool _isCompleted;

    /// <summary>Puts the operators of one execution behind a source, which is disposed with this one.</summary>
    public StagedSource(DynamoQueryContext context, PageSource source, IRowStageFactory[] stages, ReadBudget budget)
        : base(budget)
    {
        _source = source;
        _first = StageChain.Create(stages, context, _buffer);
        _keepsRows = Array.Exists(stages, stage => stage.KeepsRows);
        Items = _buffer.Rows;
    }

    /// <inheritdoc />
    public override async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        _buffer.Rows.Clear();
        while (!_isCompleted)
        {
            if (_first.IsDone || !await _source.ReadNextAsync(cancellationToken).ConfigureAwait(false))
            {
                _isCompleted = true;
                _first.Complete();
                return _buffer.Rows.Count > 0;
            }

            StageChain.Push(_first, _source.Items);
            if (_buffer.Rows.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public override void ForgetPages()
    {
        if (!_keepsRows)
        {
            _source.ForgetPages();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _source.Dispose();
        base.Dispose();
    }
}
