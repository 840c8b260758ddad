using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Puts each row into a slot, and hands on a row without it where there was none.</summary>
internal sealed class DefaultIfEmptyStage(QueryContext context, RowSlotWriter writer, RowStage next) : RowStage(next)
{
    private bool _isEmpty = true;

    /// <inheritdoc />
    public override void Push(Item row)
    {
        _isEmpty = false;
        Item moved;
        using (var lease = ItemBuilder.Lease())
        {
            writer.Write(context, row, lease.Builder);
            moved = lease.Builder.Build();
        }

        PushNext(moved);
    }

    /// <inheritdoc />
    public override void Complete()
    {
        if (_isEmpty && !Next.IsDone)
        {
            Next.Push(Item.Empty);
        }

        Next.Complete();
    }

    internal sealed class Factory(RowSlotWriter writer) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new DefaultIfEmptyStage(context, writer, next);
    }
}
