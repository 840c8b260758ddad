using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Keeps the rows for which a condition holds.</summary>
internal sealed class FilterStage(QueryContext context, Func<QueryContext, Item, bool> predicate, RowStage next) : RowStage(next)
{
    /// <inheritdoc />
    public override void Push(Item row)
    {
        if (predicate(context, row))
        {
            PushNext(row);
        }
    }

    internal sealed class Factory(Func<QueryContext, Item, bool> predicate) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new FilterStage(context, predicate, next);
    }
}
