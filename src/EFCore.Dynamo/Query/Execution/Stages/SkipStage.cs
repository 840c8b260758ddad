using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Leaves out the first rows.</summary>
internal sealed class SkipStage(int count, RowStage next) : RowStage(next)
{
    private int _remaining = count;

    /// <inheritdoc />
    public override void Push(Item row)
    {
        if (_remaining > 0)
        {
            _remaining--;
            return;
        }

        PushNext(row);
    }

    internal sealed class Factory(Func<QueryContext, int> count) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new SkipStage(count(context), next);
    }
}
