using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Makes a row of each item in a list of the row.</summary>
internal sealed class ItemUnnestStage(
    QueryContext context, Func<QueryContext, Item, IEnumerable<Item>> items, AttributeName slotName, bool isLeft, RowStage next) : RowStage(next)
{
    /// <inheritdoc />
    public override void Push(Item row)
    {
        var isEmpty = true;
        foreach (var item in items(context, row))
        {
            isEmpty = false;
            PushNext(RowCopies.WithMap(row, slotName, item));
            if (IsDone)
            {
                return;
            }
        }

        if (isEmpty && isLeft)
        {
            PushNext(row);
        }
    }

    internal sealed class Factory(Func<QueryContext, Item, IEnumerable<Item>> items, AttributeName slotName, bool isLeft) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new ItemUnnestStage(context, items, slotName, isLeft, next);
    }
}
