using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Turns all rows around.</summary>
internal sealed class ReverseStage(RowStage next) : RowStage(next)
{
    private readonly List<Item> _rows = [];

    /// <inheritdoc />
    public override void Push(Item row)
        => _rows.Add(row);

    /// <inheritdoc />
    public override void Complete()
    {
        for (var i = _rows.Count - 1; i >= 0 && !Next.IsDone; i--)
        {
            Next.Push(_rows[i]);
        }

        Next.Complete();
    }

    internal sealed class Factory : IRowStageFactory
    {
        public bool KeepsRows
            => true;

        public RowStage Create(QueryContext context, RowStage next)
            => new ReverseStage(next);
    }
}
