using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Makes rows of slots, which have memory of their own.</summary>
internal sealed class ProjectStage(QueryContext context, SlotWriter[] writers, RowStage next) : RowStage(next)
{
    /// <inheritdoc />
    public override void Push(Item row)
    {
        Item projected;
        using (var lease = ItemBuilder.Lease())
        {
            foreach (var writer in writers)
            {
                writer.Write(context, row, lease.Builder);
            }

            projected = lease.Builder.Build();
        }

        PushNext(projected);
    }

    internal sealed class Factory(SlotWriter[] writers) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new ProjectStage(context, writers, next);
    }
}
