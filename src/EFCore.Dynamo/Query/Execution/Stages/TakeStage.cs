using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Ends after so many rows.</summary>
internal sealed class TakeStage : RowStage
{
    private int _remaining;

    /// <summary>Creates the stage; a count of 0 or less takes nothing.</summary>
    public TakeStage(int count, RowStage next)
        : base(next)
    {
        _remaining = count;
        IsDone = count <= 0;
    }

    /// <inheritdoc />
    public override void Push(Item row)
    {
        if (_remaining <= 0)
        {
            return;
        }

        _remaining--;
        PushNext(row);
        IsDone |= _remaining == 0;
    }

    internal sealed class Factory(Func<QueryContext, int> count) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new TakeStage(count(context), next);
    }
}
